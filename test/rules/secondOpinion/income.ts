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
  | { readonly basis: 'return' | 'update' | 'records' | 'projection'; readonly figures: Figures }
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

const grossOf = (person: Person, lines: readonly { source: string; gross: string }[], year: number): Amount[] =>
  lines.flatMap((line) => {
    const source = person.sources.find((s) => s.id === line.source);
    return source === undefined || !belongs(person, source, year) ? [] : [{ source, amount: pence(line.gross) }];
  });
const sum = (amounts: readonly Amount[]): bigint => amounts.reduce((all, a) => all + a.amount, 0n);

function updatesOf(person: Person, year: number): Person['updates'] {
  const sent = person.updates.filter((u) => u.taxYear === called(year) && u.sentOn <= person.asAt);
  return sent.toSorted((a, b) => b.quarter - a.quarter);
}

/**
 * Section 1.9: what each business said in its latest update for the latest quarter that any of them sent; under the 2021 rules,
 * whose updates are of a quarter alone, what it said of each quarter, added up.
 */
function latestUpdate(person: Person, year: number): Pick<Person['updates'][number], 'quarter' | 'lines'> | undefined {
  const sent = updatesOf(person, year).toSorted((a, b) => (a.sentOn < b.sentOn ? -1 : 1));
  const quarter = Math.max(0, ...sent.map((u) => u.quarter));
  if (quarter === 0) return undefined;
  const said = new Map<string, { source: string; gross: string }>();
  for (const update of sent)
    if (person.rules === '2021-published' || update.quarter === quarter)
      for (const line of update.lines) said.set(`${update.quarter} ${line.source}`, line);
  return { quarter, lines: [...said.values()] };
}

/** What is known of a year's income on the day asked about, as it counts for the year `decides`. */
export function evidence(
  person: Person,
  year: number,
  decides: number,
  projected: ReadonlyMap<number, bigint>,
): Evidence {
  if (submittedOf(person, year) !== null) return { basis: 'return', figures: returnFigures(person, year, decides) };
  const records = person.records.filter((r) => r.taxYear === called(year));
  if (person.asAt <= ends(year)) return unfinished(person, year, projected);
  const latest = latestUpdate(person, year);
  if (noticeOf(person, year) === null) {
    const figures = figuresOf(grossOf(person, latest?.lines ?? [], year), year);
    return { basis: 'update', figures };
  }
  const due = filingDate(person, year);
  if (due !== null && person.asAt > due) {
    const known = [latest?.lines ?? [], records].map((lines) => grossOf(person, lines, year));
    return { basis: 'unknown', atLeast: known.map(sum) };
  }
  if (latest?.quarter === 4) return { basis: 'update', figures: figuresOf(grossOf(person, latest.lines, year), year) };
  return fromRecords(person, year, latest !== undefined);
}

function fromRecords(person: Person, year: number, hasUpdate: boolean): Evidence {
  const records = person.records.filter((r) => r.taxYear === called(year));
  if (records.length === 0) return hasUpdate ? { basis: 'open' } : { basis: 'unknown', atLeast: [] };
  const complete = person.sources.every((source) => {
    if (!aliveIn(source, year)) return true;
    const upTo = records.find((r) => r.source === source.id)?.upTo;
    return upTo !== undefined && upTo >= ends(year);
  });
  if (!complete) return { basis: 'open' };
  const amounts = grossOf(person, records, year);
  const figures = figuresOf(amounts, year);
  const unsorted = person.unsorted.filter((u) => u.taxYear === called(year)).map((u) => pence(u.credits));
  const more = unsorted.reduce((all, credits) => all + credits, 0n);
  return {
    basis: 'records',
    figures: { ...figures, others: [...figures.others, total([figures.used, [more, 1n]])] },
  };
}

/** A year still running rests on a projection, whose method the papers leave open: the product's own figure is taken. */
function unfinished(person: Person, year: number, projected: ReadonlyMap<number, bigint>): Evidence {
  const records = person.records.filter((r) => r.taxYear === called(year));
  if (records.length === 0)
    return updatesOf(person, year).length > 0 ? { basis: 'open' } : { basis: 'unknown', atLeast: [] };
  const figure = projected.get(year);
  const partYear = person.sources.some((s) => aliveIn(s, year) && (s.startedOn ?? '0000') > begins(year));
  const doubtful = partYear || person.unsorted.some((u) => u.taxYear === called(year));
  if (figure === undefined || doubtful) return { basis: 'open' };
  return { basis: 'projection', figures: { used: [figure, 1n], others: [] } };
}

export type Side = 'over' | 'within' | 'borderline' | 'unknown' | 'open';

/** On which side of the amount: `strictly` is the article's "under" when leaving, where being at the amount is not within. */
export function sideOf(known: Evidence, amount: bigint, strictly: boolean): Side {
  const isOver = (f: Fraction): boolean => (strictly ? !under(f, amount) : over(f, amount));
  if (known.basis === 'open') return 'open';
  if (known.basis === 'unknown') return known.atLeast.some((a) => isOver([a, 1n])) ? 'over' : 'unknown';
  const used = isOver(known.figures.used);
  if (known.basis === 'projection' && near(known.figures.used, amount)) return 'open';
  if (known.figures.others.some((f) => isOver(f) !== used)) return 'borderline';
  return used ? 'over' : 'within';
}
const near = ([n, d]: Fraction, amount: bigint): boolean => n >= (amount - 2n) * d && n <= (amount + 2n) * d;
