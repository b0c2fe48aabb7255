/** How is what was done corrected, removed or taken back? */
import { refuse, type Outcome } from '../../shared/values/outcome.ts';

const unknown = (name: string) => (): Promise<Outcome<never>> =>
  Promise.resolve(refuse('operation-unknown', '', { name }));

export const correctRecord = unknown('records.correct');
export const splitRecord = unknown('records.split');
export const removeRecord = unknown('records.remove');
export const listHistory = unknown('history.list');
export const undo = unknown('history.undo');
export const redo = unknown('history.redo');
export const removeImport = unknown('import.remove');
