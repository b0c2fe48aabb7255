/**
 * What would this file bring? How it was read, the counts, what is refused and why, the first rows, and one button.
 */
import { useEffect, useRef } from 'react';
import type { ColumnMapping, ImportReading, ImportReport } from '../../shared/contract/contract.ts';
import type { AccountFound } from '../../shared/contract/imports.ts';
import { count, money, shortDay } from '../../shared/wording/format.ts';
import { importing as words } from '../../shared/wording/importing.ts';
import { rulesWords } from '../../shared/wording/rules.ts';
import { Held, LeftOut, Refused } from './ImportLists.tsx';
import { ImportCounts } from './ImportCounts.tsx';
import { MappingForm } from './MappingForm.tsx';
import { NameAccounts } from './NameAccounts.tsx';

interface Shown {
  readonly reading: ImportReading;
  readonly name: string;
  readonly busy: boolean;
  readonly onMapping: (mapping: ColumnMapping) => void;
  readonly onNames: (names: readonly AccountFound[]) => void;
  readonly onImport: () => void;
  readonly onAnother: () => void;
}

/** "42 records" when every new row becomes one, else "42 rows"; "2 rows to be asked" where nothing else is new. */
export const whatComes = (report: ImportReport): string =>
  report.fresh === 0 && report.held > 0
    ? words.toAsk(count(report.held, 'row'))
    : count(report.fresh, report.recorded === report.fresh ? 'record' : 'row');

export function ImportPreview({ reading, name, busy, onMapping, onNames, onImport, onAnother }: Shown) {
  const { report, columns, mapping, question, accounts } = reading;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <div className="between">
        <h2 tabIndex={-1} ref={heading} className="file-title">
          {name}
        </h2>
        <button type="button" className="plain" onClick={onAnother}>
          {words.another}
        </button>
      </div>
      {question === null ? null : <p className="lead">{question}</p>}
      {accounts.length === 0 ? null : <NameAccounts accounts={accounts} onNames={onNames} />}
      {report === null ? null : <Report report={report} busy={busy} onImport={onImport} />}
      {columns.length === 0 ? null : (
        <details className="section" open={report === null}>
          <summary>{report === null ? words.mapping : words.mappingFix}</summary>
          <MappingForm columns={columns} mapping={mapping} onMapping={onMapping} />
        </details>
      )}
    </>
  );
}

interface Reported {
  readonly report: ImportReport;
  readonly busy: boolean;
  readonly onImport: () => void;
}

function Report({ report, busy, onImport }: Reported) {
  return (
    <>
      <section className="section" aria-labelledby="counts">
        <h2 id="counts">{words.counts}</h2>
        <ImportCounts report={report} />
        <p className="buttons under-table">
          {report.fresh + report.held === 0 ? (
            words.nothingNew
          ) : (
            <button type="button" className="main" aria-disabled={busy} onClick={() => (busy ? undefined : onImport())}>
              {words.go(whatComes(report))}
            </button>
          )}
        </p>
      </section>
      <section className="section" aria-labelledby="how">
        <h2 id="how">{words.how}</h2>
        <ul className="bullets">
          {report.how.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {report.gaps.map((gap) => (
            <li key={gap}>{gap}</li>
          ))}
        </ul>
      </section>
      <Held rows={report.heldRows} />
      <Refused refused={report.refused} />
      <LeftOut rows={report.leftOut} />
      <Sample report={report} />
    </>
  );
}

const becomes = ({ becomes: what, rule }: ImportReport['sample'][number]): string =>
  rule === null ? what : `${what}, ${rulesWords.byRule(rule)}`;

function Sample({ report }: { readonly report: ImportReport }) {
  if (report.sample.length === 0) return null;
  return (
    <div className="section">
      <h2>{words.sample}</h2>
      <section className="sheet flush scroll" tabIndex={0} aria-label={words.sample}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.date}</th>
              <th scope="col">{words.text}</th>
              <th scope="col">{words.becomes}</th>
              <th scope="col" className="number">
                {words.amount}
              </th>
            </tr>
          </thead>
          <tbody>
            {report.sample.map((row) => (
              <tr key={row.line}>
                <td className="figure">{shortDay(row.date)}</td>
                <td>{row.text}</td>
                <td>{row.state === 'new' ? becomes(row) : words.states[row.state]}</td>
                <td className="number">{money(row.amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
