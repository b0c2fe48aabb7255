/**
 * How fast are the books at 10,000, 100,000 and 1,000,000 records, beside SQLite by hand?
 *
 * The app's own operations, through its contract and its ledger's thread, on the same rows as the control in the same run.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { answer } from '../../main/operations/index.ts';
import type { OpenBooks } from '../../main/operations/books.ts';
import type { Context } from '../../main/operations/context.ts';
import { closeContext, openContext } from '../../main/operations/openContext.ts';
import { createLedger } from '../../main/ledger/client.ts';
import { categoryOf } from '../../shared/policy/categories.ts';
import { addDays, addMonths, wholeYear } from '../../shared/values/dates.ts';
import { wholeShare } from '../../shared/values/money.ts';
import { granted } from '../ledger/fixed.ts';
import { builtImporter } from './built.ts';
import { benchRows, benchSources, benchYear, commonWord, rareWord, sortedRows, writeCsv } from './data.ts';
import { median, middle, report, since, sizes, type Measured } from './measure.ts';
import { fillRaw, openRaw, rawJobs, type RawRow } from './raw.ts';

const at = '2026-11-22T10:00:00Z';
const inBatches = 500;
const importer = await builtImporter();

interface Place {
  readonly size: number;
  readonly folder: string;
  readonly ledger: string;
  readonly raw: string;
}
interface Imported {
  readonly ms: number;
  /** Processor time, of all threads: what another program on the machine does not stretch. */
  readonly worked: number;
  readonly rows: number;
  readonly megabytes: number;
  readonly stoodStill: number;
  readonly idle: number;
}

function importBy(how: string, csv: string, path: string): Imported {
  const ran = spawnSync(process.execPath, [importer, how, csv, path], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout) as Imported;
}

function imports({ size, folder }: Place): Measured[] {
  const csv = join(folder, 'bank.csv');
  writeCsv(csv, size);
  const by = (how: string): Imported => importBy(how, csv, join(folder, `${how}.db`));
  const [raw, searchable, kept, ours] = [by('raw'), by('searchable'), by('kept'), by('ours')] as const;
  if ([searchable, kept, ours].some(({ rows }) => rows !== raw.rows)) throw new Error('the imports differ');
  const { megabytes: MB, stoodStill, idle } = ours;
  const work = ours.worked / raw.worked;
  const more = {
    'peak MB': MB,
    'processor time ×': work,
    "main loop's worst ms": stoodStill,
    'idle ms': idle,
    "control's MB": raw.megabytes,
  };
  return [
    { job: 'J1 import', size, ours: ours.ms, control: raw.ms, goal: '≤ 2.5×, ≤ 200 MB', more },
    {
      job: 'J1 import, searchable',
      size,
      ours: ours.ms,
      control: searchable.ms,
      goal: 'control with totals and search',
    },
    { job: 'J1 import, kept', size, ours: ours.ms, control: kept.ms, goal: 'control that keeps what the books keep' },
  ];
}

/** Books and control with the same rows, each in its category. */
async function fill({ size, ledger: path, raw }: Place): Promise<Measured> {
  const controlStart = process.hrtime.bigint();
  fillRaw(raw, rawRows(size), true);
  const control = since(controlStart);
  const ledger = granted(await createLedger(path, { at, example: null }));
  for (const { id, kind, lettings } of benchSources) {
    granted(await ledger.addSource(at, { id, kind, name: id, startedOn: null, ceasedOn: null }));
    for (const letting of lettings) {
      const held = { country: null, share: wholeShare, shareFrom: null };
      granted(await ledger.addLetting(at, { source: id, id: letting, name: letting, ...held }));
    }
  }
  const start = process.hrtime.bigint();
  const file = { at, account: 'Current', file: 'bank.csv', sha256: '00'.repeat(32), profile: null };
  granted(await ledger.importBegin(file));
  for (const batch of batched(sortedRows(size))) granted(await ledger.importRows(batch));
  granted(await ledger.importEnd(true));
  const ours = since(start);
  await ledger.close();
  return { job: 'J1 rows given', size, ours, control, goal: 'control with totals and search' };
}

function* batched<T>(items: Iterable<T>): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < inBatches) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

function* rawRows(size: number): Generator<RawRow> {
  const codes = new Map<string, number>();
  for (const { day, source, letting, category, pence, text } of benchRows(size)) {
    if (!codes.has(category)) codes.set(category, codes.size);
    yield {
      day: Number(day.replaceAll('-', '')),
      source: benchSources.indexOf(source),
      category: codes.get(category) ?? 0,
      letting: letting === null ? 0 : source.lettings.indexOf(letting) + 1,
      pence,
      text,
    };
  }
}

const contextOn = ({ ledger, folder }: Place): Context => openContext({ ledger, folder });

async function ask(context: Context, name: string, input: object): Promise<unknown> {
  const reply = await answer(name, input, context);
  if (!reply.ok) throw new Error(`${name}: ${reply.problem.message}`);
  return reply.value;
}

/** The year's records, shares apart, come to the same in the books and in the control. */
async function agree(context: Context, rows: readonly { readonly pence: number }[]): Promise<void> {
  const books = granted(await context.books.opened());
  const totals = await books.ledger.totals(wholeYear(benchYear));
  const signed = (source: string, category: string): number => {
    const kind = benchSources.find((s) => s.id === source)?.kind;
    return kind !== undefined && categoryOf(kind, category)?.direction === 'income' ? 1 : -1;
  };
  const ours = totals.reduce((all, t) => all + t.whole * signed(t.source, t.category), 0);
  const control = rows.reduce((all, r) => all + r.pence, 0);
  if (ours !== control) throw new Error(`the year is ${ours} here and ${control} in the control`);
}

async function questions(place: Place): Promise<Measured[]> {
  const { size } = place;
  const context = contextOn(place);
  const db = openRaw(place.raw);
  await agree(context, rawJobs.year(db, 2024));
  // The check that follows every opening would share the machine with what is measured.
  while (context.books.keeping()?.checking === true) await setTimeout(50);
  const books = granted(await context.books.opened());
  const list = (text: string) => ask(context, 'records.list', { text });
  const typed = {
    source: 'joinery',
    date: '2026-04-01',
    category: 'turnover',
    amount: '12.34',
    description: 'By hand',
  };
  const quick = 101;
  const byHand = async (word: string): Promise<number> =>
    Math.min(
      await median(5, () => rawJobs.searchByDay(db, word)),
      await median(5, () => rawJobs.searchByWords(db, word)),
    );
  const found: Measured[] = [
    {
      job: 'J2 year summary',
      size,
      ours: await median(quick, () => ask(context, 'summary.read', { taxYear: benchYear })),
      control: await median(quick, () => rawJobs.year(db, 2024)),
      goal: '≤ 1.3×, no growth, ≤ 1 ms',
    },
    {
      job: 'J3 four quarters of a source',
      size,
      ours: await median(quick, () => quarters(books)),
      control: await median(quick, () => rawJobs.quarters(db, 0, 2024)),
      goal: '≤ 1.3×, no growth, ≤ 0.5 ms',
    },
    {
      job: 'J4 add, with the outlook',
      size,
      ours: await median(quick, () => ask(context, 'records.add', typed)),
      control: await median(quick, () => rawJobs.add(db)),
      goal: '≤ 5 ms, no growth',
    },
    {
      job: 'J5 newest 100',
      size,
      ours: await median(quick, () => list('')),
      control: await byHand(''),
      goal: '≤ 1.5×',
    },
    {
      job: 'J5 search, common word',
      size,
      ours: await median(quick, () => list(commonWord)),
      control: await byHand(commonWord),
      goal: '≤ 1.5×, ≤ 5 (10) ms',
    },
    {
      job: 'J5 search, rare word',
      size,
      ours: await median(5, () => list(rareWord)),
      control: await byHand(rareWord),
      goal: '≤ 1.5×, ≤ 5 (10) ms',
    },
  ];
  await closeContext(context);
  db.close();
  return found;
}

/** What a year of the first source came to by the end of each of its quarters. */
async function quarters({ ledger }: OpenBooks): Promise<void> {
  const { from } = wholeYear(benchYear);
  await ledger.sumsUpTo(
    from,
    [3, 6, 9, 12].map((months) => addDays(addMonths(from, months), -1)),
    benchSources[0]?.id,
  );
}

/** From nothing open to the outlook; the control opens its file and answers a year. */
async function opening(place: Place): Promise<Measured> {
  const times: number[] = [];
  for (let i = 0; i < 5; i += 1) {
    const start = process.hrtime.bigint();
    const context = contextOn(place);
    await ask(context, 'outlook.read', {});
    times.push(since(start));
    await closeContext(context);
  }
  const ours = middle(times);
  const control = await median(5, () => {
    const db = openRaw(place.raw);
    rawJobs.year(db, 2024);
    db.close();
  });
  return { job: 'J7 open and answer', size: place.size, ours, control, goal: '≤ +250 ms' };
}

async function verifying(place: Place): Promise<Measured> {
  const context = contextOn(place);
  const books = granted(await context.books.opened());
  while (context.books.keeping()?.checking === true) await setTimeout(50);
  const start = process.hrtime.bigint();
  const verified = await books.ledger.verify();
  const ours = since(start);
  if (!verified.ok) throw new Error('the books do not verify');
  const made = { taxYear: benchYear, as: 'csv' };
  const exported = await median(5, () => ask(context, 'export.make', made));
  await closeContext(context);
  const ledger = openRaw(place.ledger);
  const pages = await median(1, () => ledger.pragma('integrity_check(1)'));
  ledger.close();
  const db = openRaw(place.raw);
  const control = await median(1, () => rawJobs.hashAll(db));
  db.close();
  const more = {
    "of it SQLite's own check, ms": pages,
    'ratio without': (ours - pages) / control,
    'export once checked, ms': exported,
  };
  return { job: 'J9 verify', size: place.size, ours, control, goal: '≤ 2×', more };
}

const measured: Measured[] = [];
for (const size of sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'quarterday-bench-'));
  const place = { size, folder, ledger: join(folder, 'books.quarterday'), raw: join(folder, 'raw.sqlite') };
  try {
    measured.push(...imports(place), await fill(place), ...(await questions(place)));
    measured.push(await opening(place), await verifying(place));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
report(
  'ledger',
  measured.toSorted((a, b) => (a.job === b.job ? a.size - b.size : a.job < b.job ? -1 : 1)),
);
