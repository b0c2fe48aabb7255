/**
 * What is a year's answer, by all the ways the years before it may have gone?
 *
 * The same where they agree. Where they do not, it is doubtful, and what decides it is what is asked for: an open income that makes
 * no difference here is not.
 */
import type { RuleSet } from '../policy/policy.ts';
import type { TaxYear } from '../values/dates.ts';
import type { Gap } from './evidence.ts';
import { sortedBy } from './facts.ts';
import { onward, weaker, type Decision, type History, type Way } from './histories.ts';
import type { RawReason } from './reasons.ts';

/** One answer for the year from the ways the years before may have gone; they differ only because one of those was doubtful. */
export function combine(ways: readonly Way[], rules: RuleSet): Decision {
  const [first, ...others] = ways;
  if (first === undefined) throw new Error('there is always a history');
  if (others.length === 0) return first.decision;
  const entry = (ways.find((w) => w.decision.by === 'entry') ?? first).decision;
  if (others.every((w) => w.decision.answer === first.decision.answer)) {
    const certainties = ways.flatMap((w) => w.decision.certainty ?? []);
    // One of them takes no side: an income taken to be over, and the same taken to be within, bring no common answer.
    const told = ways.filter((w) => !w.decision.taken);
    return {
      ...entry,
      certainty: certainties.length === 0 ? null : certainties.reduce(weaker),
      because: withoutRepeats(told.toSorted(entryFirst).flatMap((w) => ifThatWay(w, ways))),
      missing: distinctGaps(told.flatMap((w) => w.decision.missing)),
    };
  }
  const { before, missing } = restsOn(ways, first.decision.taxYear);
  const doubt = before.at(-1);
  const depends =
    doubt === undefined ? [] : [{ code: 'depends-on-year', values: { taxYear: doubt.taxYear }, cite: rules.entry }];
  // What staying or leaving rests on holds on one of the ways alone; what is open, on either.
  const either = isAnswer(entry) && entry.by !== 'entry' ? [] : entry.because;
  return {
    ...entry,
    // Where something is missing, that comes before methods that disagree.
    answer: missing.length > 0 ? 'needs-information' : 'borderline',
    certainty: null,
    because: [...depends, ...either],
    missing,
  };
}

/** What the answer rests on: earlier years that are doubtful, and what is missing of their incomes and of its own. */
interface RestsOn {
  readonly before: readonly Decision[];
  readonly missing: readonly Gap[];
}

/**
 * The doubtful years whose open income, taken the other way and all else the same, gives another answer. Where none does so by
 * itself, all of them.
 */
function restsOn(ways: readonly Way[], year: TaxYear): RestsOn {
  const endings = ways.flatMap(endingsOf);
  const doubtful = new Set(ways.flatMap((w) => w.history.doubts));
  for (const { decision } of ways) if (!isAnswer(decision)) doubtful.add(decision);
  const all = sortedBy([...doubtful], (d) => d.taxYear);
  const alone = all.filter((d) => d.open.some((open) => decides(endings, open)));
  const found = alone.length === 0 ? all : alone;
  return { before: found.filter((d) => d.taxYear < year), missing: distinctGaps(found.flatMap((d) => d.missing)) };
}

/** In or not in that year, with each open income on one side. */
interface Ending {
  readonly sides: History['sides'];
  readonly isIn: boolean;
}

function endingsOf(way: Way): readonly Ending[] {
  const { history, decision } = way;
  if (isAnswer(decision)) return [{ sides: history.sides, isIn: decision.answer === 'must-use' }];
  return onward(way).map(({ sides, within }) => ({ sides, isIn: within.includes(decision.taxYear) }));
}

function decides(endings: readonly Ending[], open: TaxYear): boolean {
  const isAlike = (a: Ending, b: Ending): boolean =>
    [...a.sides].every(([year, side]) => year === open || (b.sides.get(year) ?? side) === side);
  const over = endings.filter((o) => o.sides.get(open) === 'over');
  const within = endings.filter((o) => o.sides.get(open) === 'within');
  return over.some((a) => within.some((b) => a.isIn !== b.isIn && isAlike(a, b)));
}

/** An answer, and not that there is none yet. */
const isAnswer = ({ answer }: Decision): boolean => answer === 'must-use' || answer === 'need-not-use';

const entryFirst = (a: Way, b: Way): number => Number(b.decision.by === 'entry') - Number(a.decision.by === 'entry');

/** Who may never have been in stays in only if they were: said so, where another way came to it by its own figures. */
function ifThatWay({ history, decision }: Way, ways: readonly Way[]): readonly RawReason[] {
  const doubt = history.doubts.at(-1);
  if (doubt === undefined || ways.every((w) => w.decision.by === 'stay')) return decision.because;
  return decision.because.map((reason) =>
    reason.code === 'minimum-stay'
      ? { ...reason, code: 'stay-if-in', values: { ...reason.values, taxYear: doubt.taxYear } }
      : reason,
  );
}

/** Each thing that is missing once, the oldest year first. A year's return says what its fourth update would have. */
function distinctGaps(gaps: readonly Gap[]): readonly Gap[] {
  if (gaps.length < 2) return gaps;
  const returns = new Set(gaps.filter((g) => g.code === 'tax-return').map((g) => g.taxYear));
  const needed = gaps.filter((g) => g.code !== 'fourth-update' || !returns.has(g.taxYear));
  const byName = new Map(needed.map((gap) => [`${gap.taxYear} ${gap.code} ${gap.source?.id ?? ''}`, gap]));
  return [...byName.keys()].toSorted().flatMap((name) => byName.get(name) ?? []);
}

function withoutRepeats(because: readonly RawReason[]): RawReason[] {
  return [...new Map(because.map((r) => [`${r.code} ${JSON.stringify(r.values)}`, r])).values()];
}
