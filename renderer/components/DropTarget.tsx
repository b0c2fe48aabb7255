/**
 * What happens when a file is dropped on the window, or pasted? On a record it is kept with it; anywhere else a dropped
 * one goes to Import.
 */
import { useEffect, useState } from 'react';
import { filesWords } from '../../shared/wording/attachments.ts';
import { everywhere } from '../../shared/wording/rooms.ts';
import { attachFiles, recordAt } from '../attaching.ts';
import { chooseFile, goTo } from '../store.ts';

type Over = 'nothing' | 'window' | 'record';

const hasFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

export function DropTarget() {
  const [over, setOver] = useState<Over>('nothing');
  useEffect(() => listen(setOver), []);
  if (over === 'nothing') return null;
  return (
    <div className={over === 'window' ? 'drop-over' : 'drop-on-record'} aria-hidden="true">
      {over === 'window' ? everywhere.dropHere : filesWords.dropOn}
    </div>
  );
}

function listen(setOver: (over: Over) => void): () => void {
  const listening = new AbortController();
  const on = (name: 'dragover' | 'dragleave' | 'drop', does: (event: DragEvent) => void) =>
    window.addEventListener(name, does, { signal: listening.signal });
  on('dragover', (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    setOver(recordAt(event.target) === undefined ? 'window' : 'record');
  });
  on('dragleave', (event) => {
    if (event.relatedTarget === null) setOver('nothing');
  });
  on('drop', (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    setOver('nothing');
    taken(event);
  });
  const paste = (event: ClipboardEvent) => {
    const record = recordAt(document.activeElement);
    const files = [...(event.clipboardData?.files ?? [])];
    if (record === undefined || files.length === 0) return;
    event.preventDefault();
    void attachFiles(record, files);
  };
  window.addEventListener('paste', paste, { signal: listening.signal });
  return () => listening.abort();
}

function taken({ target, dataTransfer }: DragEvent): void {
  const files = [...(dataTransfer?.files ?? [])];
  const record = recordAt(target);
  if (record !== undefined) return void attachFiles(record, files);
  const [file] = files;
  if (file === undefined) return;
  chooseFile(file);
  goTo('import');
}
