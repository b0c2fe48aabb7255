/**
 * What is in this file? First which file and account, then how it was read and what it would bring, then what it brought.
 */
import { useState } from 'react';
import type { Input, ImportReading, ImportReport } from '../../shared/contract/contract.ts';
import { importing } from '../../shared/wording/importing.ts';
import { ImportAsk, type Asking } from '../components/ImportAsk.tsx';
import { ImportedFiles } from '../components/ImportedFiles.tsx';
import { ImportDone } from '../components/ImportDone.tsx';
import { ImportPreview } from '../components/ImportPreview.tsx';
import { ReadingOn } from '../components/ReadingOn.tsx';
import { SortingRules } from '../components/SortingRules.tsx';
import { asFieldProblem, ProblemSummary, type FieldProblem } from '../components/Problems.tsx';
import { ask, chooseFile, sendFile, useStore } from '../store.ts';

type Request = Input<'import.read'>;
/** What main said about a file; of no use once another file is chosen. */
interface Said {
  readonly of: File;
  readonly request: Request;
  readonly reading: ImportReading;
  readonly report: ImportReport | undefined;
  readonly turn: number;
}

export function Importing() {
  const closed = useStore((known) => known.app?.books !== 'own');
  return (
    <>
      <div className="room-head">
        <h1>{importing.title}</h1>
        <p>{closed ? importing.closed : importing.lead}</p>
      </div>
      {closed ? null : <Steps />}
      <SortingRules />
      {closed ? null : <ImportedFiles />}
    </>
  );
}

function Steps() {
  const file = useStore((known) => known.file);
  const [asking, setAsking] = useState<Asking>({ account: '', source: '', letting: '' });
  const [last, setLast] = useState<Said>();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const said = last !== undefined && last.of === file ? last : undefined;

  const readAs = async (of: File, request: Request) => {
    setBusy(true);
    const reply = await ask('import.read', request);
    setBusy(false);
    if (!reply.ok) return setProblems([asFieldProblem(reply.problem)]);
    setProblems([]);
    return setLast({ of, request, reading: reply.value, report: undefined, turn: (last?.turn ?? 0) + 1 });
  };
  const readFile = async (of: File) => {
    setBusy(true);
    const sent = await sendFile(of);
    setBusy(false);
    if (!sent.ok) return setProblems([asFieldProblem(sent.problem)]);
    const source = asking.source === '' ? null : asking.source;
    const account = asking.account.trim();
    const letting = asking.letting === '' ? null : asking.letting;
    return readAs(of, { file: sent.value.file, account, source, letting, profile: null, mapping: null });
  };
  const commit = async (read: Said) => {
    setBusy(true);
    const reply = await ask('import.commit', read.request);
    setBusy(false);
    if (!reply.ok) return setProblems([asFieldProblem(reply.problem)]);
    return setLast({ ...read, report: reply.value.done });
  };
  const another = () => {
    chooseFile(undefined);
    setLast(undefined);
    setProblems([]);
  };

  if (said?.report !== undefined) return <ImportDone report={said.report} file={said.of} onAnother={another} />;
  return (
    <>
      <ProblemSummary problems={problems} />
      {said === undefined ? (
        <ImportAsk
          asking={asking}
          problems={problems}
          onAsking={setAsking}
          onProblems={setProblems}
          onRead={readFile}
        />
      ) : (
        <ImportPreview
          key={said.turn}
          reading={said.reading}
          name={said.of.name}
          busy={busy}
          onMapping={(mapping) => void readAs(said.of, { ...said.request, mapping })}
          onNames={(names) => void readAs(said.of, { ...said.request, names: [...names] })}
          onImport={() => void commit(said)}
          onAnother={another}
        />
      )}
      <ReadingOn busy={busy} />
    </>
  );
}
