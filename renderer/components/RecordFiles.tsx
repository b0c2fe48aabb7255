/**
 * Which receipts and invoices are kept with this record, and how is one added, seen, saved or taken off?
 */
import { useEffect, useState } from 'react';
import type { AttachmentShown } from '../../shared/contract/attachments.ts';
import { filesWords as words } from '../../shared/wording/attachments.ts';
import { removingForGood } from '../../shared/wording/forGood.ts';
import { fileSize } from '../../shared/wording/format.ts';
import { attachFiles } from '../attaching.ts';
import { ask, layOver, readFile, saveFile, say, useStore } from '../store.ts';
import { FileButton } from './FileButton.tsx';

const accepted = '.pdf,.png,.jpg,.jpeg,.webp,.heic';
/** Kinds a window can draw; the others are saved and opened elsewhere. */
const drawn: Partial<Record<AttachmentShown['kind'], string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
};

export function RecordFiles({ record, what }: { readonly record: number; readonly what: string }) {
  const files = useFiles(record);
  return (
    <section className="record-files" aria-label={words.listOf(what)}>
      <div className="between">
        <h2>{words.title}</h2>
        <FileButton
          id="record-file"
          label={words.choose}
          accept={accepted}
          several
          describedBy="record-file-limits"
          onFiles={(chosen) => void attachFiles(record, chosen)}
        />
      </div>
      <p className="small quiet" id="record-file-limits">
        {words.limits}
      </p>
      {files.length === 0 ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <ul>
          {files.map((file) => (
            <OneFile key={file.id} file={file} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Read again after every write: a file was added, taken off, or that was undone. */
function useFiles(record: number): readonly AttachmentShown[] {
  const [files, setFiles] = useState<readonly AttachmentShown[]>([]);
  useEffect(() => {
    let here = true;
    const read = () =>
      void ask('attachments.list', { record }).then((reply) => {
        if (here && reply.ok) setFiles(reply.value);
      });
    read();
    const stop = useStore.subscribe((now, before) => {
      if (now.writes !== before.writes) read();
    });
    return () => {
      here = false;
      stop();
    };
  }, [record]);
  return files;
}

function OneFile({ file }: { readonly file: AttachmentShown }) {
  const [shown, setShown] = useState(false);
  const type = drawn[file.kind];
  const save = async () => {
    const made = await ask('attachments.open', { id: file.id });
    const saved = made.ok ? await saveFile(made.value) : made;
    if (!saved.ok) say(saved.problem.message);
  };
  const takeOff = async () => {
    const reply = await ask('attachments.remove', { id: file.id });
    say(reply.ok ? words.takenOff(file.name) : reply.problem.message, reply.ok ? 1 : 0);
    document.getElementById('record-file')?.focus();
  };
  const forGood = () => layOver({ of: { attachment: file.id }, what: file.name, back: 'record-file' });
  return (
    <li>
      <p className="one-file">
        <span>
          <span className="file-name">{file.name}</span>{' '}
          <span className="small quiet">{words.about(words.kinds[file.kind], fileSize(file.size))}</span>
        </span>
        <span className="buttons">
          {type === undefined ? null : (
            <button
              type="button"
              className="plain"
              aria-expanded={shown}
              aria-label={shown ? words.hideOf(file.name) : words.showOf(file.name)}
              onClick={() => setShown(!shown)}
            >
              {shown ? words.hide : words.show}
            </button>
          )}
          <button type="button" className="plain" aria-label={words.saveOf(file.name)} onClick={() => void save()}>
            {words.save}
          </button>
          <button
            type="button"
            className="plain"
            aria-label={words.takeOffOf(file.name)}
            onClick={() => void takeOff()}
          >
            {words.takeOff}
          </button>
          <button type="button" className="plain" aria-label={removingForGood.buttonOf(file.name)} onClick={forGood}>
            {removingForGood.button}
          </button>
        </span>
      </p>
      {shown && type !== undefined ? <Picture file={file} type={type} /> : null}
    </li>
  );
}

/** Drawn from memory: the page may show no picture from anywhere else. */
function Picture({ file: { id, name }, type }: { readonly file: AttachmentShown; readonly type: string }) {
  const [address, setAddress] = useState<string>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let here = true;
    void bytesOf(id).then((reply) => {
      if (!here) return;
      if (!reply.ok) return setProblem(reply.problem.message);
      made = URL.createObjectURL(new Blob([reply.value], { type }));
      return setAddress(made);
    });
    return () => {
      here = false;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [id, type]);
  if (problem !== undefined) return <p role="alert">{problem}</p>;
  if (address === undefined) return null;
  return (
    <img className="receipt" src={address} alt={words.picture(name)} onError={() => setProblem(words.unshown(name))} />
  );
}

async function bytesOf(id: number) {
  const made = await ask('attachments.open', { id });
  return made.ok ? readFile(made.value) : made;
}
