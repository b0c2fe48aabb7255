/**
 * What did the import bring, and where does one go from here?
 */
import { useEffect, useRef } from 'react';
import type { ImportReport } from '../../shared/contract/contract.ts';
import { importing as words } from '../../shared/wording/importing.ts';
import { chooseFile, showRecords, useStore } from '../store.ts';
import { ImportCounts } from './ImportCounts.tsx';
import { Held, LeftOut, Refused } from './ImportLists.tsx';
import { whatComes } from './ImportPreview.tsx';

interface Brought {
  readonly report: ImportReport;
  /** Chosen no longer once its report is left. */
  readonly file: File;
  readonly onAnother: () => void;
}

export function ImportDone({ report, file, onAnother }: Brought) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(
    () => () => {
      if (useStore.getState().file === file) chooseFile(undefined);
    },
    [file],
  );
  return (
    <>
      <h2 tabIndex={-1} ref={heading} className="file-title">
        {words.doneTitle(whatComes(report))}
      </h2>
      <ImportCounts report={report} />
      <Held rows={report.heldRows} />
      <Refused refused={report.refused} />
      <LeftOut rows={report.leftOut} />
      <p className="section buttons">
        <a className="button main" href="#overview">
          {words.toOverview}
        </a>
        {report.unsorted + report.held === 0 ? (
          <a className="button" href="#records">
            {words.toRecords}
          </a>
        ) : (
          <button type="button" onClick={() => showRecords({ tab: 'unsorted' })}>
            {words.toUnsorted}
          </button>
        )}
        <button type="button" onClick={onAnother}>
          {words.another}
        </button>
      </p>
    </>
  );
}
