/**
 * Year by year: must this person use it, need they not, or can nobody say yet?
 *
 * Sections 1.6, 1.9 and 5 of the paper on the rules, "Two rule sets" for the 2021 article, and "How to answer" of the paper on
 * the answers. A year that rests on a doubtful one is worked out for both; "open" is where the papers fix no answer.
 */
import { begins, ends, filingDate, noticeOf, submittedOf, yearHolding } from './calendar.ts';
import { belongs, evidence, floorOf, sideOf, type Evidence, type Side } from './income.ts';
import { over, shown, ukResident, under, type Person, type Source } from './person.ts';

export type Verdict = 'must-use' | 'need-not-use' | 'borderline' | 'needs-information' | 'open';
export interface Opinion {
  readonly year: number;
  readonly verdict: Verdict;
  /** How sure; null where the papers do not say. */
  readonly certainty: 'decided' | 'recorded' | 'forecast' | null;
  /** The income tested; null where none was; "open" where several readings stand. */
  readonly tested: { year: number; due: string; income: string | null; amount: string } | null | 'open';
  /** The kinds of exemption that surely apply, and those that may. */
  readonly exempt: readonly string[];
  readonly perhaps: readonly string[];
}
type Projected = ReadonlyMap<number, bigint>;

const is2021 = (person: Person): boolean => person.rules === '2021-published';
export const firstYear = (person: Person): number => (is2021(person) ? 2024 : 2026);
export const amountOf = (person: Person, year: number): bigint => {
  if (is2021(person)) return 1_000_000n;
  return year <= 2024 ? 5_000_000n : year === 2025 ? 3_000_000n : 2_000_000n;
};

const carriedOnOn = (source: Source, on: string): boolean =>
  (source.startedOn ?? '0000') <= on && (source.ceasedOn ?? '9999') >= on;

/** Section 1.6: 6 April after the tax year in which the first return with this source falls due; null for none, the word open where returns cross. */
export function startOf(person: Person, source: Source): string | null {
  const began = source.startedOn ?? null;
  if (is2021(person) && (began === null || began < '2023-04-06')) return '2024-04-06';
  const first = is2021(person) ? 2023 : 2024;
  const dates: string[] = [];
  for (let year = first; year <= yearHolding(person.asAt) + 3; year += 1) {
    const alive = (began ?? '0000') <= ends(year) && (source.ceasedOn ?? '9999') >= begins(year);
    const due = alive ? filingDate(person, year) : null;
    if (due !== null) dates.push(due);
  }
  const [due] = dates;
  if (due === undefined) return null;
  if (dates.some((d) => d < due)) return 'open';
  return begins(yearHolding(due) + 1);
}

const touches = (c: { from: string; to: string | null }, from: string, to: string): boolean =>
  c.from <= to && (c.to ?? '9999') >= from;

/** The latest year whose return had to be delivered before the year begins (1.4). */
function previousFiling(person: Person, year: number): number | null {
  for (let t = year - 1; t >= year - 8; t -= 1) {
    const due = filingDate(person, t);
    if (due !== null && due < begins(year)) return t;
  }
  return null;
}

/** Section 5.1 for whole persons: "yes", "no", or "open" where the table says "or expected". */
function exempts(person: Person, c: Person['circumstances'][number], year: number): 'yes' | 'no' | 'open' {
  const yes = (it: boolean): 'yes' | 'no' => (it ? 'yes' : 'no');
  const inYear = touches(c, begins(year), ends(year));
  if (c.kind === 'digitally-excluded') return yes(inYear);
  if (is2021(person))
    return ['religious-objection', 'identity-not-verifiable', 'vat-exempt'].includes(c.kind) ? 'open' : 'no';
  if (['religious-objection', 'identity-not-verifiable'].includes(c.kind)) return yes(inYear);
  if (c.kind === 'no-national-insurance-number') return yes(touches(c, ends(year - 1), ends(year - 1)));
  if (['vat-exempt', 'new-non-resident-notice'].includes(c.kind)) return inYear ? 'open' : 'no';
  const before = previousFiling(person, year);
  if (before === null) return 'open';
  if (c.kind === 'power-of-attorney') return yes(touches(c, begins(before), ends(year)));
  const lasting = [
    'minister-of-religion',
    'lloyds-underwriter',
    'married-couples-allowance',
    'blind-persons-allowance',
  ];
  if (!lasting.includes(c.kind) && year !== 2026) return 'no';
  if (touches(c, begins(before), ends(before))) return 'yes';
  return touches(c, ends(before), ends(year)) ? 'open' : 'no';
}

/** A year asked about; `several` when more than one history leads to it; `supposed` on which side a year in doubt is taken to be. */
interface Asked {
  readonly person: Person;
  readonly year: number;
  readonly projected: Projected;
  readonly several: boolean;
  readonly supposed?: ReadonlyMap<number, Side>;
}
interface Found {
  readonly verdict: Verdict;
  /** The years in doubt that the verdict hangs on. */
  readonly doubtful?: readonly number[];
  /** Must use it so far: the year's own figure is not in yet, and may turn it (the 2021 article). */
  readonly waits?: boolean;
  readonly tested: Opinion['tested'];
  readonly rests: readonly Evidence[];
}
const bySide: Record<Side, Verdict> = {
  over: 'must-use',
  within: 'need-not-use',
  borderline: 'borderline',
  unknown: 'needs-information',
  open: 'open',
};
const out: Found = { verdict: 'need-not-use', tested: 'open', rests: [] };

/** Not in the year before: one year's income against its amount. */
function entry({ person, year, projected, supposed }: Asked): Found {
  const t = is2021(person) ? previousFiling(person, year) : year - 2;
  if (t === null) return { verdict: 'open', tested: 'open', rests: [] };
  const known = evidence(person, t, year, projected);
  const amount = amountOf(person, t);
  const side = suppose(supposed, t, sideOf(known, amount, false));
  const partOver = 'figures' in known && [known.figures.used, ...known.figures.others].every((f) => over(f, amount));
  const figure = 'figures' in known && (known.lacking !== true || partOver) ? shown(known.figures.used) : null;
  const due = filingDate(person, t);
  const tested = due === null ? 'open' : { year: t, due, income: figure, amount: shown([amount, 1n]) };
  const before = is2021(person) && t < 2022;
  const doubtful = isDoubtful(side) ? [t] : [];
  return { verdict: bySide[side], tested: before ? 'open' : tested, rests: [known], doubtful };
}

const isDoubtful = (side: Side): boolean => side === 'unknown' || side === 'borderline';
const suppose = (supposed: Asked['supposed'], year: number, side: Side): Side =>
  isDoubtful(side) ? (supposed?.get(year) ?? side) : side;

/** In the year before: three years together, each on its own amount. One that is above keeps the person in, whatever the others. */
function leaving({ person, year, projected, several, supposed }: Asked, past: readonly number[]): Found {
  const three = is2021(person) ? [year - 2, year - 1, year] : [year - 3, year - 2, year - 1];
  const stay: Found = { verdict: 'must-use', tested: null, rests: [] };
  const within = (t: number): boolean => past.includes(t) || (is2021(person) && t === year);
  if (!three.every(within) || (!is2021(person) && year < 2029)) return stay;
  const known = three.map((t) => evidence(person, t, year, projected));
  const each = three.map((t, i) => {
    const side = sideOf(known[i] ?? { basis: 'open' }, amountOf(person, t), is2021(person));
    // The third year itself waits for its own figure, whatever is guessed of it.
    return t === year && !settled(known[i]) ? (supposed?.get(t) ?? side) : suppose(supposed, t, side);
  });
  const doubtful = three.filter((_, i) => isDoubtful(each[i] ?? 'open'));
  const sides = new Set(each);
  if (is2021(person) && !settled(known[2]) && !under([floorOf(person, year, true), 1n], amountOf(person, year)))
    return { ...stay, rests: [{ basis: 'open' }] };
  const waiting = is2021(person) && !settled(known[2]) && supposed?.has(year) !== true;
  const unsettled = waiting && (known[2]?.basis !== 'unknown' || each[2] !== 'over');
  if (unsettled && sides.has('open')) return { ...stay, verdict: 'open' };
  if (unsettled && each[0] !== 'over' && each[1] !== 'over')
    return { ...stay, waits: true, rests: [{ basis: 'open' }], doubtful: [year] };
  const guessed = known.some((k) => k.basis === 'projection' || k.basis === 'records');
  if (is2021(person) && guessed && !sides.has('over')) return { ...stay, verdict: 'open' };
  const both = several && sides.has('unknown') && sides.has('borderline') && !sides.has('over');
  if (both) return { ...stay, verdict: 'open' };
  for (const side of ['over', 'open', 'unknown', 'borderline'] as const)
    if (sides.has(side))
      return { verdict: bySide[side], tested: null, rests: side === 'over' ? [{ basis: 'open' }] : known, doubtful };
  return { verdict: 'need-not-use', tested: null, rests: known };
}

const settled = (known: Evidence | undefined): boolean => known?.basis === 'return' || known?.basis === 'update';

/** One year on one history of years in. */
function oneYear(asked: Asked, past: readonly number[]): Found {
  const { person, year } = asked;
  const reasons = new Set(person.circumstances.map((c) => exempts(person, c, year)));
  if (reasons.has('yes')) return { ...out, rests: [{ basis: 'open' }] };
  const active = person.sources.filter((s) => carriedOnOn(s, begins(year)) && belongs(person, s, year - 2));
  const starts = active.map((s) => startOf(person, s));
  if (starts.includes('open')) return { ...out, verdict: 'open' };
  if (!starts.some((s) => s !== null && s <= begins(year))) return out;
  if (reasons.has('open')) return { ...out, verdict: 'open' };
  if (year === 2026 && !is2021(person) && !ukResident(person, '2024-25')) return out;
  return past.includes(year - 1) ? leaving(asked, past) : entry(asked);
}

const rank = { return: 0, update: 3, records: 1, projection: 2, unknown: 3, open: 3 } as const;
const words = ['decided', 'recorded', 'forecast', null] as const;

/** From the first year of the rule set to two years after the one that holds the day asked about. */
export function opinions(person: Person, projected: Projected): Opinion[] {
  let histories: { past: number[]; weakest: number }[] = [{ past: [], weakest: 0 }];
  const said: Opinion[] = [];
  const doubts: Verdict[] = [];
  for (let year = firstYear(person); year <= yearHolding(person.asAt) + 2; year += 1) {
    const several = histories.length > 1;
    const found = histories.map((h) => ({ ...h, ...oneYear({ person, year, projected, several }, h.past) }));
    const apart = together(
      found.map((f) => f.verdict),
      doubts,
    );
    const unsure = apart === 'needs-information' || apart === 'borderline';
    const verdict = several && unsure ? (whicheverWay(person, projected, year) ?? apart) : apart;
    if (verdict !== 'must-use' && verdict !== 'need-not-use') doubts.push(verdict);
    if (found.some((f) => f.waits === true)) doubts.push('needs-information');
    const weak = found.map((f) => Math.max(f.weakest, ...f.rests.map((r) => rank[r.basis])));
    const [first] = found;
    said.push({
      year,
      verdict,
      certainty: words[histories.length === 1 && first?.tested !== 'open' ? (weak[0] ?? 3) : 3] ?? null,
      tested: found.length === 1 ? (first?.tested ?? null) : 'open',
      exempt: person.circumstances.filter((c) => exempts(person, c, year) === 'yes').map((c) => c.kind),
      perhaps: person.circumstances.filter((c) => exempts(person, c, year) === 'open').map((c) => c.kind),
    });
    histories = distinct(
      found.flatMap((f, i) => {
        const weakest = weak[i] ?? 3;
        const inside = { past: [...f.past, year], weakest };
        const outside = { past: f.past, weakest };
        if (f.waits === true) return [inside, outside];
        return f.verdict === 'must-use' ? [inside] : f.verdict === 'need-not-use' ? [outside] : [inside, outside];
      }),
    );
  }
  return said;
}

/** Answers 5: each year in doubt taken both ways, one way at a time for all that hangs on it; the verdict they all come to, or none. */
function whicheverWay(person: Person, projected: Projected, until: number): Verdict | null {
  const verdicts = new Set<Verdict>();
  const walk = (year: number, past: readonly number[], supposed: ReadonlyMap<number, Side>): void => {
    const { verdict, waits, doubtful = [] } = oneYear({ person, year, projected, several: true, supposed }, past);
    const [first] = doubtful;
    // A year that waits for its own figure must be used so far, whatever comes of the years after it.
    const isLast = year === until;
    const settledHere = (isLast || waits !== true) && (verdict === 'must-use' || verdict === 'need-not-use');
    if (!settledHere && first === undefined) return void verdicts.add('open');
    if (!settledHere && first !== undefined) {
      for (const side of ['over', 'within'] as const) walk(year, past, new Map([...supposed, [first, side]]));
      return;
    }
    if (isLast) return void verdicts.add(verdict);
    walk(year + 1, verdict === 'must-use' ? [...past, year] : past, supposed);
  };
  walk(firstYear(person), [], new Map());
  const [only] = verdicts;
  return verdicts.size === 1 && only !== 'open' ? (only ?? null) : null;
}

/** One answer of several histories: the same if they agree, otherwise the doubt that set them apart. */
function together(verdicts: readonly Verdict[], doubts: readonly Verdict[]): Verdict {
  const [first] = verdicts;
  if (first !== undefined && verdicts.every((v) => v === first)) return first;
  if (verdicts.includes('open') || doubts.includes('open')) return 'open';
  if (verdicts.includes('needs-information')) return 'needs-information';
  const all = [...doubts, ...verdicts].filter((v) => v === 'borderline' || v === 'needs-information');
  return all.every((v) => v === all[0]) ? (all[0] ?? 'open') : 'open';
}

function distinct(all: { past: number[]; weakest: number }[]): { past: number[]; weakest: number }[] {
  const seen = new Map<string, { past: number[]; weakest: number }>();
  for (const one of all) {
    const key = one.past.join();
    const before = seen.get(key);
    if (before === undefined || before.weakest < one.weakest) seen.set(key, one);
  }
  return [...seen.values()];
}

/** The missing returns the papers fix: a year past its filing date, asked about, with nothing submitted. */
export const overdue = (person: Person, year: number): boolean => {
  const due = filingDate(person, year);
  return noticeOf(person, year) !== null && submittedOf(person, year) === null && due !== null && person.asAt > due;
};

/** Answers 3: 6 April of the exit reached, by whatever way, until re-entry; else of the earliest year if all not known count; null if never in; "open" otherwise. */
export function earliestExit(person: Person, said: readonly Opinion[], projected: Projected): string | null {
  if (is2021(person)) return 'open';
  if (said.some((o) => ['open', 'borderline', 'needs-information'].includes(o.verdict))) return 'open';
  const inside = said.filter((o) => o.verdict === 'must-use').map((o) => o.year);
  const now = yearHolding(person.asAt);
  let last = inside.findLast((y) => y <= now) ?? inside[0];
  if (last === undefined) return null;
  while (inside.includes(last + 1)) last += 1;
  if (last !== said.at(-1)?.year) return begins(last + 1);
  let start = last;
  while (inside.includes(start - 1)) start -= 1;
  for (let year = last + 1; ; year += 1) {
    const { verdict } = oneYear({ person, year, projected, several: false }, []);
    const isOutAnyway = person.circumstances.length > 0 || !stillThere(person, year);
    if (isOutAnyway) return verdict === 'need-not-use' && !stillThere(person, year) ? begins(year) : 'open';
    if (year < Math.max(start + 3, 2029)) continue;
    const known = [year - 3, year - 2, year - 1].map((t) => ({ t, e: evidence(person, t, year, projected) }));
    if (known.some(({ e }) => e.basis === 'projection' || e.basis === 'open')) return 'open';
    const sides = new Set(known.map(({ t, e }) => sideOf(e, amountOf(person, t), false)));
    if (sides.has('borderline')) return 'open';
    if (!sides.has('over')) return begins(year);
  }
}

/** Is anything carried on on 6 April that counts? */
const stillThere = (person: Person, year: number): boolean =>
  person.sources.some((s) => carriedOnOn(s, begins(year)) && belongs(person, s, year - 2));
