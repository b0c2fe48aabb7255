/**
 * What is in this file? First which file and account, then how it was read and what it would bring, then what it brought.
 */
import { useEffect, useState } from 'react';
import type { Input, ImportReading, ImportReport } from '../../shared/contract/contract.ts';
import { importing } from '../../shared/wording/importing.ts';
import { ImportAsk, type Asking } from '../components/ImportAsk.tsx';
import { ImportDone } from '../components/ImportDone.tsx';
import { ImportPreview } from '../components/ImportPreview.tsx';
import { asFieldProblem, ProblemSummary, type FieldProblem } from '../components/Problems.tsx';
import { ask, sendFile, takeDropped, useStore } from '../store.ts';

type Request = Input<'import.read'>;
interface Read {
  readonly request: Request;
  readonly reading: ImportReading;
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
    </>
  );
}

function Steps() {
  const [asking, setAsking] = useState<Asking>({ file: undefined, account: '', source: '' });
  const [read, setRead] = useState<Read>();
  const [report, setReport] = useState<ImportReport>();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const dropped = useStore((known) => known.dropped);
  useEffect(() => {
    if (dropped === undefined) return;
    setAsking((before) => ({ ...before, file: dropped }));
    setRead(undefined);
    setReport(undefined);
    takeDropped(undefined);
  }, [dropped]);

  const readAs = async (request: Request) => {
    setBusy(true);
    const reply = await ask('import.read', request);
    setBusy(false);
    if (!reply.ok) return setProblems([asFieldProblem(reply.problem)]);
    setProblems([]);
    return setRead({ request, reading: reply.value });
  };
  const readFile = async (file: File) => {
    setBusy(true);
    const sent = await sendFile(file);
    setBusy(false);
    if (!sent.ok) return setProblems([asFieldProblem(sent.problem)]);
    const source = asking.source === '' ? null : asking.source;
    return readAs({ file: sent.value.file, account: asking.account.trim(), source, profile: null, mapping: null });
  };
  const commit = async (request: Request) => {
    setBusy(true);
    const reply = await ask('import.commit', request);
    setBusy(false);
    if (!reply.ok) return setProblems([asFieldProblem(reply.problem)]);
    return setReport(reply.value.done);
  };
  const another = () => {
    setAsking((before) => ({ ...before, file: undefined }));
    setRead(undefined);
    setReport(undefined);
    setProblems([]);
  };

  if (report !== undefined) return <ImportDone report={report} onAnother={another} />;
  return (
    <>
      <ProblemSummary problems={problems} />
      {read === undefined ? (
        <ImportAsk
          asking={asking}
          problems={problems}
          onAsking={setAsking}
          onProblems={setProblems}
          onRead={readFile}
        />
      ) : (
        <ImportPreview
          reading={read.reading}
          name={asking.file?.name ?? ''}
          busy={busy}
          onMapping={(mapping) => void readAs({ ...read.request, mapping })}
          onImport={() => void commit(read.request)}
          onAnother={another}
        />
      )}
      <p className="status" role="status">
        {busy ? importing.reading : ''}
      </p>
    </>
  );
}
