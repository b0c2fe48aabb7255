/**
 * What happens when a file is dropped on the window? It goes to Import, wherever it lands.
 */
import { useEffect, useState } from 'react';
import { everywhere } from '../../shared/wording/rooms.ts';
import { chooseFile, goTo } from '../store.ts';

const hasFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

export function DropTarget() {
  const [over, setOver] = useState(false);
  useEffect(() => listen(setOver), []);
  if (!over) return null;
  return (
    <div className="drop-over" aria-hidden="true">
      {everywhere.dropHere}
    </div>
  );
}

function listen(setOver: (over: boolean) => void): () => void {
  const listening = new AbortController();
  const on = (name: 'dragover' | 'dragleave' | 'drop', does: (event: DragEvent) => void) =>
    window.addEventListener(name, does, { signal: listening.signal });
  on('dragover', (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    setOver(true);
  });
  on('dragleave', (event) => {
    if (event.relatedTarget === null) setOver(false);
  });
  on('drop', (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    chooseFile(file);
    goTo('import');
  });
  return () => listening.abort();
}
