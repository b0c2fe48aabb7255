/** How does one step back and forth over what was done? */
import { done, type Outcome } from '../../shared/values/outcome.ts';
import { changeWords, historyLines } from '../../shared/wording/changes.ts';
import { clock } from '../clock.ts';
import type { LedgerClient, Step } from '../ledger/api.ts';
import { historyShown } from '../operations/changes.ts';
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
  if (!read.ok) return read;
  const shown = historyShown(read.value);
  return done({ json: shown, lines: historyLines(shown.actions) });
}
