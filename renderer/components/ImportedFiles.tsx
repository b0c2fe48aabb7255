/**
 * Which bank files are in the books, and how does one come out again? Taken out it can be undone; removed for good it cannot.
 */
import { useCallback, useState } from 'react';
import type { ImportShown } from '../../shared/contract/imports.ts';
import { changeWords } from '../../shared/wording/changes.ts';
import { count, shortDay } from '../../shared/wording/format.ts';
import { removingForGood } from '../../shared/wording/forGood.ts';
import { importedFiles as words } from '../../shared/wording/importing.ts';
import { ask, layOver, say } from '../store.ts';
import { useAfterWrites } from './useAfterWrites.ts';

const shownAtFirst = 8;
const heading = 'imported-files';
const toHeading = () => document.getElementById(heading)?.focus();

export function ImportedFiles() {
  const [files, setFiles] = useState<readonly ImportShown[]>();
  const [all, setAll] = useState(false);
  const read = useCallback(() => {
    void ask('import.list', {}).then((reply) => (reply.ok ? setFiles(reply.value) : undefined));
  }, []);
  useAfterWrites(read);
  if (files === undefined) return null;
  const shown = all ? files : files.slice(0, shownAtFirst);
  return (
    <section className="section" aria-labelledby={heading}>
      <h2 id={heading} tabIndex={-1}>
        {words.title}
      </h2>
      {files.length === 0 ? <p className="sheet quiet empty">{words.none}</p> : <Table files={shown} />}
      {shown.length === files.length ? null : (
        <p className="under-table">
          <button type="button" onClick={() => setAll(true)}>
            {words.all(count(files.length, 'file'))}
          </button>
        </p>
      )}
    </section>
  );
}

const heads = [words.when, words.file, words.days, words.brought];

function Table({ files }: { readonly files: readonly ImportShown[] }) {
  return (
    <section className="sheet flush scroll" tabIndex={0} aria-label={words.table}>
      <table aria-labelledby={heading}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">
              <span className="unseen">{words.takeOut}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <OneFile key={file.import} of={file} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function OneFile({ of }: { readonly of: ImportShown }) {
  const { at, file, account, first, last, brought } = of;
  return (
    <tr>
      <td className="figure">{words.at(shortDay(at.day), at.time)}</td>
      <th scope="row">
        <span className="record-what">{file}</span>
        <span className="small quiet">{account}</span>
      </th>
      <td className="figure">{first === null || last === null ? '' : words.daysOf(shortDay(first), shortDay(last))}</td>
      <td>{brought}</td>
      <td>
        <TakeOut of={of} />
      </td>
    </tr>
  );
}

/** Records of it that were changed since go with it only if the person says so. */
function TakeOut({ of: { import: number, file } }: { readonly of: ImportShown }) {
  const [changed, setChanged] = useState<string>();
  const takeOut = async (anyway: boolean) => {
    const reply = await ask('import.remove', { import: number, anyway });
    if (reply.ok) {
      const { rows, records } = reply.value.done;
      say(changeWords.importRemoved(rows, records), 1);
      return toHeading();
    }
    if (reply.problem.code === 'import-changed') return setChanged(reply.problem.message);
    return say(reply.problem.message);
  };
  if (changed !== undefined) {
    return (
      <div role="alert">
        <p>{changed}</p>
        <p className="buttons">
          <button type="button" onClick={() => void takeOut(true)}>
            {words.anyway}
          </button>
          <button type="button" onClick={() => setChanged(undefined)}>
            {words.keep}
          </button>
        </p>
      </div>
    );
  }
  const forGood = () => layOver({ of: { import: number }, what: file, back: heading });
  return (
    <p className="buttons">
      <button type="button" className="plain" aria-label={words.takeOutOf(file)} onClick={() => void takeOut(false)}>
        {words.takeOut}
      </button>
      <button type="button" className="plain" aria-label={removingForGood.buttonOf(file)} onClick={forGood}>
        {removingForGood.button}
      </button>
    </p>
  );
}
