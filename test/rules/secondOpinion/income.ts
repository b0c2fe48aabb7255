/**
 * How much income counts for a tax year, by every lawful way of working it out?
 *
 * Sections 1.10, 1.11 and 7.1 of the paper on the rules; sections 1, 2, 6, 8 and 9 of the paper on the answers.
 */
import { asAYear, begins, called, ends, filingDate, noticeOf, returnOf, submittedOf } from './calendar.ts';
import { over, pence, total, ukResident, under, type Fraction, type Line, type Person, type Source } from './person.ts';

export interface Figures {
  readonly used: Fraction;
  /** Every other lawful figure; where one falls on the other side the answer is doubtful. */
  readonly others: readonly Fraction[];
}
export type Evidence =
  | {
      readonly basis: 'return' | 'update' | 'records' | 'projection';
      readonly figures: Figures;
      /** A business of which nothing is known is not in the figures. */
      readonly lacking?: boolean;
      /** What is surely there, where a business is lacking. */
      readonly atLeast?: readonly bigint[];
    }
  | { readonly basis: 'unknown'; readonly atLeast: readonly bigint[] }
  | { readonly basis: 'open' };

const boxes: Record<string, readonly string[]> = {
  SA103F: ['15', '16'],
  SA103S: ['9', '10'],
  SA200: ['3.6', '6.1'],
  SA105: ['20', '22', '23'],
  SA106: ['14', '16'],
};
/** Furnished holiday lettings had a box of their own until 2024-25. */
const counts = (line: Line, year: number): boolean =>
  (boxes[line.form] ?? []).includes(line.box) || (line.form === 'SA105' && line.box === '5' && year <= 2024);

/** Carried on on some day of the tax year. */
export const aliveIn = (source: Source, year: number): boolean =>
  (source.startedOn ?? '0000') <= ends(year) && (source.ceasedOn ?? '9999') >= begins(year);

/** Foreign property of someone not resident is out; so is care and a visiting performance, whatever the year. Not so in 2021. */
export function belongs(person: Person, source: Source, year: number): boolean {
  if (person.rules === '2021-published') return true;
  if (source.kind === 'foreign-property' && !ukResident(person, called(year))) return false;
  return !person.circumstances.some(
    (c) => c.source === source.id && ['visiting-performer', 'qualifying-care'].includes(c.kind),
  );
}

interface Amount {
  readonly source: Source;
  readonly amount: bigint;
  readonly period?: { from: string; to: string } | undefined;
  readonly reasonable?: bigint | undefined;
  readonly grossUpCeased?: boolean | undefined;
}

/** Source by source, then summed; a source that ceased in the year stays as it is unless told otherwise. */
export function figuresOf(amounts: readonly Amount[], year: number): Figures {
  const each = amounts.map(({ source, amount, period, reasonable, grossUpCeased }) => {
    const same: Fraction = [amount, 1n];
    const ceased = source.ceasedOn ?? null;
    const ceasedInYear = ceased !== null && ceased >= begins(year) && ceased <= ends(year);
    if (ceasedInYear && grossUpCeased !== true) return { used: same, byDays: same, reasonable: same };
    const began = source.startedOn ?? null;
    const from = period?.from ?? (began !== null && began > begins(year) ? began : begins(year));
    const to = period?.to ?? (ceasedInYear && ceased !== null ? ceased : ends(year));
    const scaled = asAYear(amount, from, to, year);
    return { ...scaled, reasonable: reasonable === undefined ? scaled.used : ([reasonable, 1n] as Fraction) };
  });
  return {
    used: total(each.map((e) => e.used)),
    others: [total(each.map((e) => e.byDays)), total(each.map((e) => e.reasonable))],
  };
}

function figuresOfLines(person: Person, lines: readonly Line[], year: number): Figures {
  const amounts = lines.flatMap((line): Amount[] => {
    const source = person.sources.find((s) => s.id === line.source);
    if (source === undefined || !belongs(person, source, year) || !counts(line, year)) return [];
    const reasonable = line.justAndReasonable === undefined ? undefined : pence(line.justAndReasonable.amount);
    return [{ source, amount: pence(line.amount), period: line.period, reasonable, grossUpCeased: line.grossUpCeased }];
  });
  return figuresOf(amounts, year);
}

/** The return as it counts for the year `decides`: an increase made on or after its 6 April is not looked at (1.3, answers 6). */
function returnFigures(person: Person, year: number, decides: number): Figures {
  const told = returnOf(person, year);
  const amendments = (told?.amendments ?? []).filter((a) => a.madeOn <= person.asAt);
  const inOrder = amendments.toSorted((a, b) => (a.madeOn < b.madeOn ? -1 : 1));
  let counted = figuresOfLines(person, told?.lines ?? [], year);
  for (const amendment of inOrder) {
    const changed = figuresOfLines(person, amendment.lines, year);
    const [a, b] = [changed.used, counted.used];
    const raises = a[0] * b[1] > b[0] * a[1];
    const late = person.rules === '2026-regulations' && amendment.madeOn >= begins(decides);
    if (!(raises && late)) counted = changed;
  }
  return counted;
}

function updatesOf(person: Person, year: number): Person['updates'] {
  const sent = person.updates.filter((u) => u.taxYear === called(year) && u.sentOn <= person.asAt);
  return sent.toSorted((a, b) => b.quarter - a.quarter);
}

/** Section 3.3: one update per activity. What a business said in its latest; under the 2021 rules, of a quarter each, all it said. */
function saidBy(person: Person, source: { id: string }, year: number): Said | undefined {
  const byQuarter = new Map<number, bigint>();
  for (const update of updatesOf(person, year).toSorted((a, b) => (a.sentOn < b.sentOn ? -1 : 1)))
    for (const line of update.lines) if (line.source === source.id) byQuarter.set(update.quarter, pence(line.gross));
  const quarter = Math.max(0, ...byQuarter.keys());
  if (quarter === 0) return undefined;
  const all = [...byQuarter.values()].reduce((x, y) => x + y, 0n);
  const amount = person.rules === '2021-published' ? all : (byQuarter.get(quarter) ?? 0n);
  return { quarter, amount, quarters: [...byQuarter.keys()] };
}
interface Said {
  readonly quarter: number;
  readonly amount: bigint;
  readonly quarters: readonly number[];
}

/** Is it all there is to say of the year? Of quarters alone, each the business was there for; the last by itself stands for the year. */
function saysAll(person: Person, source: Source, year: number, { quarter, quarters }: Said): boolean {
  const last = quarterOf(source, year, source.ceasedOn ?? '9999');
  if (person.rules === '2026-regulations') return quarter >= last;
  if (quarters.length === 1) return quarter === last;
  const first = quarterOf(source, year, source.startedOn ?? '0000');
  return [1, 2, 3, 4].every((q) => q < first || q > last || quarters.includes(q));
}

const endOf = (source: Source, year: number): string =>
  (source.ceasedOn ?? '9999') < ends(year) ? (source.ceasedOn ?? '') : ends(year);

/** What a year holds at least: of each business what is known to its end, else the more of its updates and its books. */
export function floorOf(person: Person, year: number, late: boolean): bigint {
  const each = person.sources
    .filter((s) => aliveIn(s, year) && belongs(person, s, year))
    .map((source) => {
      const latest = saidBy(person, source, year);
      const books = person.records.find((r) => r.taxYear === called(year) && r.source === source.id);
      const held = books === undefined ? 0n : pence(books.gross);
      const most = latest !== undefined && latest.amount > held ? latest.amount : held;
      if (late) return most;
      if (latest !== undefined && saysAll(person, source, year, latest)) return atLeastBooks(person, latest, books);
      return books !== undefined && books.upTo >= endOf(source, year) ? held : most;
    });
  return each.reduce((all, amount) => all + amount, 0n);
}

/** The quarter a day falls in: the last update of a year is the fourth, or the one of the quarter it stopped in (section 1.7). */
function quarterOf(source: Source, year: number, day: string): number {
  const calendar = source.updatePeriods?.[called(year)] === 'calendar';
  const last = calendar ? ['06-30', '09-30', '12-31'] : ['07-05', '10-05', '01-05'];
  const at = last.findIndex((end) => day <= `${end.startsWith('01') ? year + 1 : year}-${end}`);
  return at === -1 ? 4 : at + 1;
}

const said = (person: Person, year: number): Amount[] =>
  person.sources.flatMap((source): Amount[] => {
    const latest = belongs(person, source, year) ? saidBy(person, source, year) : undefined;
    return latest === undefined ? [] : [{ source, amount: latest.amount }];
  });

/** What is known of a year's income on the day asked about, as it counts for the year `decides`. */
export function evidence(
  person: Person,
  year: number,
  decides: number,
  projected: ReadonlyMap<number, bigint>,
): Evidence {
  if (submittedOf(person, year) !== null) return { basis: 'return', figures: returnFigures(person, year, decides) };
  if (person.asAt <= ends(year)) return unfinished(person, year, projected, [floorOf(person, year, true)]);
  if (noticeOf(person, year) === null) return { basis: 'update', figures: figuresOf(said(person, year), year) };
  const due = filingDate(person, year);
  if (due !== null && person.asAt > due) return { basis: 'unknown', atLeast: [floorOf(person, year, true)] };
  return bySource(person, year, [floorOf(person, year, false)]);
}

/** Each business by its last update, else by whole records; one nothing is known of is never nil, but can only add. */
function bySource(person: Person, year: number, atLeast: readonly bigint[]): Evidence {
  const counting = person.sources.filter((s) => aliveIn(s, year) && belongs(person, s, year));
  const known: (Amount & { by: 'update' | 'records' })[] = [];
  let lacking = false;
  for (const source of counting) {
    const latest = saidBy(person, source, year);
    const books = person.records.find((r) => r.taxYear === called(year) && r.source === source.id);
    if (latest !== undefined && saysAll(person, source, year, latest))
      known.push({ source, amount: atLeastBooks(person, latest, books), by: 'update' });
    else if (books !== undefined && books.upTo >= endOf(source, year))
      known.push({ source, amount: pence(books.gross), by: 'records' });
    else if (books !== undefined) return { basis: 'open' };
    else lacking = true;
  }
  if (known.length === 0) return counting.length === 0 ? { basis: 'open' } : { basis: 'unknown', atLeast };
  const basis = known.every((k) => k.by === 'update') ? 'update' : 'records';
  return { basis, figures: { ...figuresOf(known, year), others: othersOf(person, known, year) }, lacking, atLeast };
}

/** Quarters alone, and not all of them told: the books hold at least what they hold. */
function atLeastBooks(person: Person, latest: Said, books: { gross: string } | undefined): bigint {
  const held = books === undefined ? 0n : pence(books.gross);
  const partial = person.rules === '2021-published' && latest.quarters.length === 1;
  return partial && held > latest.amount ? held : latest.amount;
}

/** Money not sorted yet may be any business's that is known by its records, and is scaled with it. */
function othersOf(person: Person, known: readonly (Amount & { by: string })[], year: number): Fraction[] {
  const unsorted = person.unsorted.filter((u) => u.taxYear === called(year)).map((u) => pence(u.credits));
  const more = unsorted.reduce((all, credits) => all + credits, 0n);
  const sorted = known.flatMap((one, i) =>
    one.by === 'records' && more > 0n ? [figuresOf(known.with(i, { ...one, amount: one.amount + more }), year)] : [],
  );
  return [...figuresOf(known, year).others, ...sorted.flatMap((f) => [f.used, ...f.others])];
}

/** A year still running rests on a projection, whose method the papers leave open: the product's own figure is taken. */
function unfinished(
  person: Person,
  year: number,
  projected: ReadonlyMap<number, bigint>,
  atLeast: readonly bigint[],
): Evidence {
  const records = person.records.filter((r) => r.taxYear === called(year));
  if (records.length === 0) return { basis: 'unknown', atLeast };
  const figure = projected.get(year);
  const counting = person.sources.filter((s) => aliveIn(s, year) && belongs(person, s, year));
  const lacking = counting.some((s) => !records.some((r) => r.source === s.id));
  const partYear = person.sources.some((s) => aliveIn(s, year) && (s.startedOn ?? '0000') > begins(year));
  const doubtful = partYear || person.unsorted.some((u) => u.taxYear === called(year));
  if (figure === undefined || doubtful) return { basis: 'open' };
  return { basis: 'projection', figures: { used: [figure, 1n], others: [] }, lacking, atLeast };
}

export type Side = 'over' | 'within' | 'borderline' | 'unknown' | 'open';

/** On which side of the amount: `strictly` is the article's "under" when leaving, where being at the amount is not within. */
export function sideOf(known: Evidence, amount: bigint, strictly: boolean): Side {
  const isOver = (f: Fraction): boolean => (strictly ? !under(f, amount) : over(f, amount));
  if (known.basis === 'open') return 'open';
  const surely = (known.atLeast ?? []).some((a) => isOver([a, 1n])) ? 'over' : 'unknown';
  if (known.basis === 'unknown') return surely;
  const used = isOver(known.figures.used);
  if (known.basis === 'projection' && near(known.figures.used, amount)) return 'open';
  const doubtful = known.figures.others.some((f) => isOver(f) !== used);
  if (known.lacking === true && (doubtful || !used)) return surely;
  if (doubtful) return 'borderline';
  return used ? 'over' : 'within';
}
const near = ([n, d]: Fraction, amount: bigint): boolean => n >= (amount - 2n) * d && n <= (amount + 2n) * d;
