/**
 * Which years count towards leaving, and when is the earliest it can be?
 *
 * Three years in a row within the obligation, each within the amount for its year (SI 2026/336 reg 24, SALF1440). A year
 * above the amount starts the count afresh.
 */
import type { RuleSet } from '../policy/policy.ts';
import { firstDay, laterYear, taxYearOf, taxYears, type PlainDate, type TaxYear } from '../values/dates.ts';
import { sum } from '../values/money.ts';
import { judge, type Judged } from './counting.ts';
import type { Decision } from './decisions.ts';
import type { Facts } from './facts.ts';
import type { RawReason } from './reasons.ts';

export interface ExitCount {
  /** The years of the latest spell within the obligation, up to the tax year of `asAt`. */
  readonly counting: readonly Judged[];
  /** The exit already reached, until re-entry; else the earliest if every year not yet known counts; null if never in. */
  readonly earliestFrom: PlainDate | null;
  readonly because: readonly RawReason[];
}

/** In from 2026-27 with every year counting: 6 April 2029. In from 2026-27 and 2027-28 above the amount: 6 April 2031. */
export function exitCount(facts: Facts, rules: RuleSet, decided: readonly Decision[]): ExitCount {
  const today = taxYearOf(facts.asAt);
  const spell = latestSpell(decided, today);
  if (spell === null) return { counting: [], earliestFrom: null, because: [] };
  const third = rules.exit.firstExemptYear === 'third-year';
  const last = third && spell.left?.by === 'exit' ? spell.left.taxYear : spell.last;
  const known = taxYears(spell.entered, last < today ? last : today);
  const judged: JudgeFor = (y, forYear) => asKnown(facts, judge(facts, rules, y, forYear));
  const { year, counting } = third
    ? counted(rules.exit.years - 1, spell, known, (y) => judged(y, y))
    : counted(rules.exit.years, spell, known, judged);
  return { counting, earliestFrom: firstDay(year), because: [whyThen(rules, spell, year)] };
}

function whyThen({ exit }: RuleSet, { left }: Spell, year: TaxYear): RawReason {
  const values = { year, years: exit.years };
  if (left === null) return { code: 'earliest-exit', values, cite: exit.cite };
  if (left.by === 'exit')
    return { code: left.certainty === 'forecast' ? 'exit-likely' : 'exit-reached', values, cite: exit.cite };
  return { code: 'out-otherwise', values: { year }, cite: left.because[0]?.cite ?? exit.cite };
}

/** A forecast is not known yet: such a year counts against leaving only once what is already there is more than the amount. */
function asKnown(facts: Facts, judged: Judged): Judged {
  if (judged.certainty !== 'forecast') return judged;
  const there = facts.records.filter((r) => r.taxYear === judged.taxYear).map((r) => r.gross);
  return { ...judged, counts: sum(there) > judged.threshold ? false : null };
}

interface Spell {
  readonly entered: TaxYear;
  readonly last: TaxYear;
  /** The first year out again, by whatever way; null: still in, or not known. */
  readonly left: Decision | null;
}

function latestSpell(decided: readonly Decision[], today: TaxYear): Spell | null {
  const within = decided.filter((d) => d.answer === 'must-use').map((d) => d.taxYear);
  const last = within.at(-1);
  if (last === undefined) return null;
  const open = decided.find((d) => d.taxYear >= today && mayLeave(d) && within.includes(laterYear(d.taxYear, -1)));
  if (open !== undefined) return spellTo(within, laterYear(open.taxYear, -1), null);
  const after = decided.find((d) => d.taxYear === laterYear(last));
  return spellTo(within, last, after?.answer === 'need-not-use' ? after : null);
}

/** Whether it is the first year out is not known yet, whatever a later year's own figures say. */
const mayLeave = ({ answer }: Decision): boolean => answer === 'needs-information' || answer === 'borderline';

/** The spell that ends with that year. */
function spellTo(within: readonly TaxYear[], last: TaxYear, left: Decision | null): Spell {
  const entered = within.findLast((year) => year <= last && !within.includes(laterYear(year, -1))) ?? last;
  return { entered, last, left };
}

/** A year of the spell, as it counts for the year that would be the first one out. */
type JudgeFor = (taxYear: TaxYear, forYear: TaxYear) => Judged;

/** The first year out, and the years so far as they count for it: an amendment too late for one year out is in time for a later one. */
function counted(years: number, spell: Spell, known: readonly TaxYear[], judged: JudgeFor): Counted {
  const countFor = (year: TaxYear): Judged[] => known.map((y) => judged(y, inWindow(y, year, years)));
  if (spell.left !== null) return { year: spell.left.taxYear, counting: countFor(spell.left.taxYear) };
  let start = spell.entered;
  for (;;) {
    const year = laterYear(start, years);
    const counting = countFor(year);
    const reset = counting.findLast((j) => j.taxYear >= start && j.counts === false)?.taxYear;
    if (reset === undefined) return { year, counting };
    start = laterYear(reset);
  }
}

interface Counted {
  readonly year: TaxYear;
  readonly counting: readonly Judged[];
}

/** The year out a year is judged for: the one asked about, or the last that still looks at it. */
function inWindow(taxYear: TaxYear, year: TaxYear, years: number): TaxYear {
  const last = laterYear(taxYear, years);
  return year < last ? year : last;
}
