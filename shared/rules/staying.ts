/**
 * Does a person who was in stay in?
 *
 * A minimum stay, then out after three years in a row, each within the obligation and each within the amount for its year
 * (SI 2026/336 reg 24, SALF1440; for the 2021 article's reading see rules.md, "Two rule sets").
 */
import type { Citation, ExitRule, RuleSet } from '../policy/policy.ts';
import { laterYear, type TaxYear } from '../values/dates.ts';
import { isMore } from '../values/money.ts';
import { settle, type Case } from './cases.ts';
import { judge, type Judged } from './counting.ts';
import { shownDue } from './evidence.ts';
import { weaker, type Decision } from './histories.ts';
import { readsLater, type RawReason } from './reasons.ts';

/** In the year before: out only after three years in a row, each within the obligation and each within the amount. */
export function staying(at: Case): Decision {
  const { facts, rules, year, history } = at;
  const { exit } = rules;
  const judged = exit.firstExemptYear === 'year-after' ? [-3, -2, -1] : [-2, -1, 0];
  const years = judged.map((by) => laterYear(year, by));
  const stay = (reason: RawReason, certainty = history.certainty, rest: Partial<Decision> = {}) =>
    settle(year, 'must-use', certainty, [reason], { by: 'stay', ...rest });
  const served = years.every((y) => y === year || history.within.includes(y));
  if (!served || (exit.notBefore !== null && year < exit.notBefore)) {
    return stay({ code: 'minimum-stay', values: { years: exit.years, year }, cite: exit.cite });
  }
  const looked = years.map((y) => judge(facts, rules, y, year));
  const above = looked.find((j) => j.counts === false);
  if (above !== undefined) return stay(aboveReason(above, exit), weaker(above.certainty, history.certainty));
  const side = ({ taxYear }: Judged) => history.sides.get(taxYear);
  const hangsOn = looked.filter((j) => j.counts === null);
  const over = hangsOn.find((j) => side(j) === 'over');
  if (over !== undefined) return stay(openReason(over, exit.cite), history.certainty, { taken: true });
  const untaken = hangsOn.filter((j) => side(j) === undefined);
  const open = untaken.map((j) => j.taxYear);
  const third = looked.find((j) => j.taxYear === year && j.gaps.length > 0);
  if (third !== undefined) {
    const waitsFor = untaken.flatMap((j) => j.gaps);
    return stay(openYear(at, third), history.certainty, { waitsFor, open });
  }
  if (untaken.length > 0) return undecided(year, untaken, looked, rules);
  return leaving(at, looked);
}

/** Three years within the amount, or taken to be. */
function leaving({ rules: { exit }, year, history }: Case, looked: readonly Judged[]): Decision {
  const known = looked.filter((j) => j.counts !== null);
  const certainty = known.map((j) => j.certainty).reduce(weaker, history.certainty);
  const code = certainty === 'forecast' ? 'three-years-likely' : 'three-years-within';
  const because = [
    { code, values: { year }, cite: exit.cite },
    ...looked.flatMap((j) => reasonsOf(j, exit)),
    ...(exit.firstExemptYear === 'third-year' ? [readsLater(exit, year)] : []),
  ];
  return settle(year, 'need-not-use', certainty, because, { by: 'exit', taken: known.length < looked.length });
}

/** Whether a year counts, and what one should know of its income. */
const reasonsOf = (judged: Judged, { cite }: ExitRule): readonly RawReason[] => [
  judged.counts === true ? { code: 'year-within-amount', values: judged.values, cite } : openReason(judged, cite),
  ...judged.details,
];

function openReason({ gaps, values }: Judged, cite: Citation): RawReason {
  if (gaps.length === 0) return { code: 'year-doubtful', values, cite };
  const overdue = gaps.some((g) => g.code === 'tax-return-overdue') ? { overdue: 'yes' } : {};
  return { code: 'year-not-known', values: { ...values, ...overdue }, cite };
}

/** Above the amount, or at it where only less counts; the regulation behind the 2021 article reads "not more than". */
function aboveReason({ income, threshold, values }: Judged, { cite }: ExitRule): RawReason {
  const atIt = income !== null && !isMore(income, threshold);
  return { code: atIt ? 'year-at-amount' : 'year-above-amount', values, cite };
}

/** The third year waits for its return, which is overdue, or for that or its updates. */
function openYear({ facts, rules: { exit } }: Case, { taxYear, gaps }: Judged): RawReason {
  const overdue = gaps.some((g) => g.code === 'tax-return-overdue');
  return overdue
    ? { code: 'third-year-overdue', values: { taxYear, due: shownDue(facts, taxYear) }, cite: exit.cite }
    : { code: 'third-year-not-in', values: { taxYear }, cite: exit.cite };
}

/** What leaving rests on, which of it is known, and what is open. */
function undecided(year: TaxYear, untaken: readonly Judged[], looked: readonly Judged[], { exit }: RuleSet): Decision {
  const { cite } = exit;
  const years = { year, first: looked[0]?.taxYear ?? year, last: looked.at(-1)?.taxYear ?? year };
  const because = [
    { code: 'three-years-needed', values: years, cite },
    ...looked.filter((j) => j.counts === true || untaken.includes(j)).flatMap((j) => reasonsOf(j, exit)),
  ];
  const missing = untaken.flatMap((j) => j.gaps);
  // What is missing of one year comes before methods that disagree on another, whichever is earlier.
  const answer = missing.length > 0 ? 'needs-information' : 'borderline';
  return settle(year, answer, null, because, { by: 'exit', missing, open: untaken.map((j) => j.taxYear) });
}
