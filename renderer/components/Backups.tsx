/**
 * Which copies of the books are there, and how does one come to be, or come back?
 */
import { useEffect, useState } from 'react';
import type { BackupShown, BackupsShown, CopyContents, KeptShown } from '../../shared/contract/keeping.ts';
import { backupsRoom as words } from '../../shared/wording/backups.ts';
import { count, fileSize, shortDay, thousands } from '../../shared/wording/format.ts';
import { chooseCopy, copyName, momentWords } from '../restoring.ts';
import { ask, sendFile, useStore } from '../store.ts';
import { FileButton } from './FileButton.tsx';
import { MakeCopy } from './MakeCopy.tsx';
import { asFieldProblem, ProblemSummary, type FieldProblem } from './Problems.tsx';
import { RestoreCopy } from './RestoreCopy.tsx';

const shownAtFirst = 8;

/** Everything about copies; without books that are open, none can be made. */
export function Backups({ open }: { readonly open: boolean }) {
  const listed = useBackups();
  const copy = useStore((known) => known.copy);
  if (listed === undefined) return null;
  return (
    <section className="section about-part" aria-labelledby="backups">
      <h2 id="backups" tabIndex={-1}>
        {words.title}
      </h2>
      {copy === undefined ? <PutBack /> : <RestoreCopy key={JSON.stringify(copy.from)} copy={copy} />}
      <div className="sheet form">
        <Automatic listed={listed} />
        <Kept kept={listed.kept} />
        {open ? <MakeCopy /> : null}
        <FromFile />
      </div>
    </section>
  );
}

/** Read again when books are entered or the check has made a copy. */
function useBackups(): BackupsShown | undefined {
  const [listed, setListed] = useState<BackupsShown>();
  useEffect(() => {
    const read = () => void ask('backups.list', {}).then((reply) => (reply.ok ? setListed(reply.value) : undefined));
    read();
    return useStore.subscribe((now, before) => {
      const same = now.app?.keeping?.lastBackup === before.app?.keeping?.lastBackup && now.entered === before.entered;
      if (!same) read();
    });
  }, []);
  return listed;
}

/** What a restore just now replaced, offered back. */
function PutBack() {
  const replaced = useStore((known) => known.replaced);
  if (replaced === null) return null;
  const choose = () => chooseCopy({ from: { kept: replaced }, name: replaced });
  return (
    <p className="buttons put-back">
      <span>{words.restored(replaced)}</span>
      <button type="button" onClick={choose}>
        {words.back}
      </button>
    </p>
  );
}

function Automatic({ listed: { folder, backups } }: { readonly listed: BackupsShown }) {
  const [all, setAll] = useState(false);
  if (folder === null) return <p>{words.onlyAsked}</p>;
  const shown = all ? backups : backups.slice(0, shownAtFirst);
  return (
    <div className="part">
      <p>{words.lead}</p>
      <p>
        {words.folder} <span className="path">{folder}</span>
      </p>
      {backups.length === 0 ? <p className="quiet">{words.none}</p> : <BackupTable backups={shown} />}
      {shown.length === backups.length ? null : (
        <p>
          <button type="button" onClick={() => setAll(true)}>
            {words.all(count(backups.length, 'copy', 'copies'))}
          </button>
        </p>
      )}
    </div>
  );
}

function BackupTable({ backups }: { readonly backups: readonly BackupShown[] }) {
  return (
    <div className="wide-table">
      <table aria-label={words.tableLabel}>
        <Heads first={words.made} />
        <tbody>
          {backups.map((backup) => (
            <tr key={backup.name}>
              <th scope="row" className="figure">
                {momentWords(backup)}
              </th>
              <Contents of={backup} />
              <RestoreCell
                name={copyName(backup)}
                onRestore={() => chooseCopy({ from: { backup: backup.name }, name: copyName(backup) })}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Kept({ kept }: { readonly kept: readonly KeptShown[] }) {
  if (kept.length === 0) return null;
  return (
    <div className="part">
      <h3>{words.kept}</h3>
      <p className="quiet">{words.keptLead}</p>
      <div className="wide-table">
        <table aria-label={words.kept}>
          <Heads first={words.file} />
          <tbody>
            {kept.map((file) => (
              <tr key={file.name}>
                <th scope="row">{file.name}</th>
                <Contents of={file} />
                <RestoreCell
                  name={file.name}
                  onRestore={() => chooseCopy({ from: { kept: file.name }, name: file.name })}
                />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Heads({ first }: { readonly first: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col" className="number">
          {words.records}
        </th>
        <th scope="col">{words.last}</th>
        <th scope="col" className="number">
          {words.size}
        </th>
        <th scope="col">
          <span className="unseen">{words.restore}</span>
        </th>
      </tr>
    </thead>
  );
}

function Contents({ of: { records, lastRecord, size } }: { readonly of: CopyContents }) {
  return (
    <>
      <td className="number">{records === null ? words.unreadable : thousands(records)}</td>
      <td className="figure">{lastRecord === null ? words.noRecords : shortDay(lastRecord)}</td>
      <td className="number">{fileSize(size)}</td>
    </>
  );
}

function RestoreCell({ name, onRestore }: { readonly name: string; readonly onRestore: () => void }) {
  return (
    <td className="number">
      <button type="button" className="plain" aria-label={words.restoreOf(name)} onClick={onRestore}>
        {words.restore}
      </button>
    </td>
  );
}

function FromFile() {
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const choose = async ([file]: readonly File[]) => {
    if (file === undefined) return;
    const sent = await sendFile(file);
    if (!sent.ok) return setProblems([asFieldProblem({ ...sent.problem, path: '' })]);
    setProblems([]);
    return chooseCopy({ from: { file: sent.value.file }, name: sent.value.name });
  };
  return (
    <div className="part">
      <h3>{words.fromFile}</h3>
      <p className="quiet">{words.fromFileLead}</p>
      <ProblemSummary problems={problems} />
      <p>
        <FileButton id="copy-file" label={words.choose} accept=".quarterday" onFiles={(files) => void choose(files)} />
      </p>
    </div>
  );
}
