/** What did a tax year come to, how does it leave as a file, and are the books sound? */
import { rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseTaxYear } from '../../shared/values/dates.ts';
import type { YearSummary } from '../../shared/rules/yearSummary.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { commandWords, summaryLines } from '../../shared/wording/commands.ts';
import { newestSound } from '../../shared/wording/problems.ts';
import { summaryCsv } from '../exports/summaryCsv.ts';
import { reasonOf } from '../ledger/disk.ts';
import { soundBooks } from '../operations/soundBooks.ts';
import { summaryOf } from '../operations/summary.ts';
import type { Answered, Given } from './command.ts';
import { reading } from './ledgers.ts';

export async function summary(given: Given): Answered {
  const read = await yearOf(given);
  return read.ok ? done({ json: read.value, lines: summaryLines(read.value) }) : read;
}

/** Writes the file, or nothing: a file that is there already is never written over. */
export async function exportYear(given: Given): Answered {
  if (given.needed('as') !== 'csv') return refuse('export-unknown', 'as', { name: given.needed('as') });
  const read = await yearOf(given);
  if (!read.ok) return read;
  const file = basename(given.needed('out'));
  try {
    await writeFile(given.needed('out'), summaryCsv(read.value), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (error.code === 'EEXIST') return refuse('file-exists', 'out', { file });
    await rm(given.needed('out'), { force: true });
    return refuse('file-unwritable', 'out', { file, detail: reasonOf(error) });
  }
  return done({ json: { written: file }, lines: [commandWords.written(file)] });
}

/** Integrity, kept totals and the hash chain. Books that are damaged are an answer, and exit code 1. */
export async function verify(given: Given): Answered {
  const checked = await reading(given, async (ledger) => done(await ledger.verify()));
  if (!checked.ok) return checked;
  const { ok, records, actions, removedForGood, checks, copy } = checked.value;
  const gone = removedForGood === 0 ? [] : [commandWords.removedForGood(removedForGood)];
  const from = copy === undefined ? [] : [newestSound(copy)];
  const lines = ok
    ? [commandWords.verified(records, actions), ...gone]
    : [commandWords.notVerified, ...checks.map(({ detail }) => `  ${detail}`), ...from];
  return done({ json: checked.value, lines, failed: !ok });
}

async function yearOf(given: Given): Promise<Outcome<YearSummary>> {
  const text = given.needed('tax-year');
  const taxYear = parseTaxYear(text);
  if (taxYear === undefined) return refuse('tax-year-unknown', 'tax-year', { found: JSON.stringify(text) });
  return reading(given, async (ledger) => {
    const sound = await soundBooks(ledger);
    return sound.ok ? done(await summaryOf(ledger, taxYear)) : sound;
  });
}
