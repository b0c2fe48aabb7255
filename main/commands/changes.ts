/** How does one step back and forth over what was done, and take an import out again? */
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { changeWords, historyLines } from '../../shared/wording/changes.ts';
import { clock } from '../clock.ts';
import type { LedgerClient, Step } from '../ledger/api.ts';
import type { Answered, Given } from './command.ts';
import { reading, writing } from './ledgers.ts';

export const undo = (given: Given): Answered => step(given, (ledger) => ledger.undo(clock.now()), changeWords.undone);
export const redo = (given: Given): Answered => step(given, (ledger) => ledger.redo(clock.now()), changeWords.redone);

async function step(
  given: Given,
  take: (ledger: LedgerClient) => Promise<Outcome<Step>>,
  say: (what: string) => string,
): Answered {
  const taken = await writing(given, take);
  return taken.ok ? done({ json: taken.value, lines: [say(taken.value.what)] }) : taken;
}

const pageLength = 500;

/** All that was done, newest first. */
export async function history(given: Given): Answered {
  const read = await reading(given, async (ledger) => {
    const first = await ledger.history({ after: null, limit: pageLength });
    const actions = [...first.actions];
    for (let after = first.next; after !== null;) {
      const page = await ledger.history({ after, limit: pageLength });
      actions.push(...page.actions);
      after = page.next;
    }
    return done({ ...first, actions, next: null });
  });
  return read.ok ? done({ json: read.value, lines: historyLines(read.value.actions) }) : read;
}

/** An import by its number in the history, out of the books; `--anyway` with what was changed of it since. */
export async function remove(given: Given): Answered {
  const text = given.needed('import');
  if (!/^[1-9]\d{0,14}$/.test(text)) return refuse('import-unknown', 'import', { import: text });
  const removed = await writing(given, (ledger) =>
    ledger.removeImport(clock.now(), Number(text), given.flag('anyway')),
  );
  if (!removed.ok) return removed;
  const { rows, records } = removed.value;
  return done({ json: removed.value, lines: [changeWords.importRemoved(rows, records)] });
}
