/**
 * How does an import, a record or a file kept with one leave the books, and how does it leave for good?
 *
 * Without `--for-good` each is an action that can be undone. With it, what would go is said first, and only `--confirm`
 * does it.
 */
import { dirname, join } from 'node:path';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { changeWords } from '../../shared/wording/changes.ts';
import { forGoodWords } from '../../shared/wording/forGood.ts';
import { clock } from '../clock.ts';
import type { LedgerClient } from '../ledger/api.ts';
import type { Erasing } from '../ledger/erasureApi.ts';
import type { Answered, Given } from './command.ts';
import { reading, writing } from './ledgers.ts';

const kinds = ['import', 'record', 'attachment'] as const;
type Kind = (typeof kinds)[number];
const unknown = { import: 'import-unknown', record: 'record-unknown', attachment: 'attachment-unknown' } as const;

export async function remove(given: Given): Answered {
  const [kind, ...others] = kinds.filter((name) => given.option(name) !== undefined);
  if (kind === undefined || others.length > 0) return { wrong: forGoodWords.chooseOne };
  if (given.flag('confirm') && !given.flag('for-good')) return { wrong: forGoodWords.onlyForGood };
  const text = given.needed(kind);
  if (!/^[1-9]\d{0,14}$/.test(text)) return refuse(unknown[kind], kind, { [kind]: text });
  const number = Number(text);
  if (!given.flag('for-good')) return takeOut(given, kind, number);
  const of: Erasing =
    kind === 'import' ? { import: number } : kind === 'record' ? { record: number } : { attachment: number };
  return given.flag('confirm') ? removeForGood(given, of) : preview(given, of);
}

async function takeOut(given: Given, kind: Kind, id: number): Answered {
  const take = async (ledger: LedgerClient): Promise<Outcome<{ json: unknown; said: string }>> => {
    if (kind === 'import') {
      const removed = await ledger.removeImport(clock.now(), id, given.flag('anyway'));
      if (!removed.ok) return removed;
      return done({ json: removed.value, said: changeWords.importRemoved(removed.value.rows, removed.value.records) });
    }
    if (kind === 'record') {
      const removed = await ledger.removeRecord(clock.now(), id, 'unsorted');
      return removed.ok
        ? done({ json: removed.value, said: changeWords.recordsRemoved(removed.value.removed) })
        : removed;
    }
    const taken = await ledger.detach(clock.now(), id);
    return taken.ok ? done({ json: taken.value, said: changeWords.fileTakenOff }) : taken;
  };
  const taken = await writing(given, take);
  return taken.ok ? done({ json: taken.value.json, lines: [taken.value.said] }) : taken;
}

/** Nothing is removed, and so the command has failed: `--confirm` was not there. */
async function preview(given: Given, of: Erasing): Answered {
  const [path = ''] = given.words;
  const found = await reading(given, (ledger) => ledger.erasure(of, join(dirname(path), 'backups')));
  if (!found.ok) return found;
  const lines = [forGoodWords.would(found.value), forGoodWords.copies(found.value.copies), forGoodWords.confirm];
  return done({ json: { removed: false, ...found.value }, lines, failed: true });
}

async function removeForGood(given: Given, of: Erasing): Answered {
  const erased = await writing(given, (ledger) => ledger.erase(clock.now(), of));
  if (!erased.ok) return erased;
  const lines = [forGoodWords.gone(erased.value), ...(erased.value.swept ? [] : [forGoodWords.unswept])];
  return done({ json: { removed: true, ...erased.value }, lines });
}
