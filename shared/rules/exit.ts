/**
 * Which years count towards leaving, and when is the earliest it can be?
 *
 * Three years in a row within the obligation, each within the amount for its year (SI 2026/336 reg 24, SALF1440). A year
 * above the amount starts the count afresh.
 */
import type { RuleSet } from '../policy/policy.ts';
import { firstDay, laterYear, taxYearOf, taxYears, type PlainDate, type TaxYear } from '../values/dates.ts';
import { judge, type Judged } from './counting.ts';
import { sourcesWithin, type Decision } from './decisions.ts';
import { exemptionsFor, type Exemption } from './exemptions.ts';
import type { Facts } from './facts.ts';
import { readsLater, type RawReason } from './reasons.ts';

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
  const judged: JudgeFor = (y, forYear) => asKnown(judge(facts, rules, y, forYear));
  const { year, counting } = third
    ? counted(rules.exit.years - 1, spell, known, (y) => judged(y, y))
    : counted(rules.exit.years, spell, known, judged);
  const beyond = decided.at(-1)?.taxYear ?? spell.last;
  const sooner = taxYears(laterYear(beyond), laterYear(year, -1)).find((y) => isOutOtherwise(facts, rules, y));
  if (sooner !== undefined) {
    const why = otherwiseOut(rules, sooner, exemptionsFor(facts, rules, sooner));
    return { counting, earliestFrom: firstDay(sooner), because: [why] };
  }
  return { counting, earliestFrom: firstDay(year), because: whyThen(rules, decided, spell, year) };
}

/** A year further out than is answered, for which an end or a circumstance is told: no count of years leads through it. */
const isOutOtherwise = (facts: Facts, rules: RuleSet, year: TaxYear): boolean =>
  exemptionsFor(facts, rules, year).length > 0 || sourcesWithin(facts, rules, year).length === 0;

function otherwiseOut(
  rules: RuleSet,
  year: TaxYear,
  exemptions: readonly Exemption[],
  cite = rules.exit.cite,
): RawReason {
  const waits = exemptions.length > 0 && exemptions.every((e) => e.values['agreed'] !== undefined);
  return { code: 'out-otherwise', values: { year, ...(waits ? { agreed: 'not-known' } : {}) }, cite };
}

/** Why then: the years it rests on, from when they begin where that is a forecast itself, and how the regulation reads. */
function whyThen(
  rules: RuleSet,
  decided: readonly Decision[],
  { entered, left }: Spell,
  year: TaxYear,
): readonly RawReason[] {
  const { exit } = rules;
  const { cite, years } = exit;
  if (left !== null && left.by !== 'exit') return [otherwiseOut(rules, year, left.exemptions, left.because[0]?.cite)];
  const note = exit.firstExemptYear === 'third-year' ? [readsLater(exit, year)] : [];
  if (left !== null) {
    const code = left.certainty === 'forecast' ? 'exit-likely' : 'exit-reached';
    const says = (name: string) => (left.because.some((r) => r.values[name] !== undefined) ? { [name]: 'yes' } : {});
    return [{ code, values: { year, years, ...says('flips'), ...says('ended') }, cite }, ...note];
  }
  const last = laterYear(year, exit.firstExemptYear === 'third-year' ? 0 : -1);
  const start = decided.find((d) => d.taxYear === entered);
  const starts = start?.certainty === 'forecast' ? { starts: entered } : {};
  const third = exit.firstExemptYear === 'third-year' ? { third: 'yes' } : {};
  const values = { year, years, first: laterYear(last, 1 - years), last, ...third, ...starts };
  return [{ code: 'earliest-exit', values, cite }, ...note];
}

/** A forecast is not known yet: such a year counts against leaving only once what is already there is more than the amount. */
function asKnown(judged: Judged): Judged {
  if (judged.certainty !== 'forecast' || judged.counts === null) return judged;
  return { ...judged, counts: judged.values['already'] === undefined ? null : false };
}

interface Spell {
  readonly entered: TaxYear;
  readonly last: TaxYear;
  /** The first year out again, by whatever way; null: still in, or not known. */
  readonly left: Decision | null;
}

/** The spell they are in, or were last: one still to come only where there was none before. The exit reached holds until re-entry. */
function latestSpell(decided: readonly Decision[], today: TaxYear): Spell | null {
  const within = decided.filter((d) => d.answer === 'must-use').map((d) => d.taxYear);
  const one = within.findLast((year) => year <= today) ?? within[0];
  if (one === undefined) return null;
  const entered = within.findLast((year) => year <= one && !within.includes(laterYear(year, -1))) ?? one;
  const last = within.find((year) => year >= one && !within.includes(laterYear(year))) ?? one;
  const after = decided.find((d) => d.taxYear === laterYear(last));
  return { entered, last, left: after?.answer === 'need-not-use' ? after : null };
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
