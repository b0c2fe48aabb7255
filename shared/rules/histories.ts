/**
 * How may the years before have gone, where one of them was doubtful, and what does a year's answer come to then?
 *
 * A year that rests on a doubtful earlier one is answered both ways, and stays doubtful only where the two ways differ.
 */
import type { RuleSet } from '../policy/policy.ts';
import { laterYear, type PlainDate, type TaxYear } from '../values/dates.ts';
import type { Fraction, Pence } from '../values/money.ts';
import type { Answer, Certainty } from './answers.ts';
import type { Gap } from './evidence.ts';
import type { Exemption } from './exemptions.ts';
import type { RawReason } from './reasons.ts';

export interface Decision {
  readonly taxYear: TaxYear;
  readonly answer: Answer;
  readonly certainty: Certainty | null;
  readonly tested: {
    readonly taxYear: TaxYear;
    readonly returnDue: PlainDate;
    readonly income: Fraction | null;
    readonly threshold: Pence;
  } | null;
  readonly because: readonly RawReason[];
  readonly exemptions: readonly Exemption[];
  readonly missing: readonly Gap[];
  /** What may still turn a year that must be used so far: under the 2021 article, the third year's own figure. */
  readonly waitsFor: readonly Gap[];
  /** What settled it: the entry test, staying in, or leaving after three years; null where none of them was reached. */
  readonly by: 'entry' | 'stay' | 'exit' | null;
}

/** One way the years before may have gone. */
export interface History {
  /** The years they were in. */
  readonly within: readonly TaxYear[];
  readonly certainty: Certainty;
  /** The doubtful year this history takes one side of. */
  readonly doubt: Decision | null;
}

const order: readonly Certainty[] = ['decided', 'recorded', 'forecast'];
export const weaker = (a: Certainty, b: Certainty): Certainty => (order.indexOf(a) >= order.indexOf(b) ? a : b);

/** The histories a year's answer leads on to: one, or both where it is doubtful. */
export function onward(history: History, decision: Decision): History[] {
  const certainty = decision.certainty ?? history.certainty;
  const go = (within: boolean, doubt: Decision | null): History => ({
    within: within ? [...history.within, decision.taxYear] : history.within,
    certainty,
    doubt,
  });
  if (decision.waitsFor.length > 0) {
    const doubt: Decision = { ...decision, missing: decision.waitsFor };
    return [go(true, doubt), go(false, doubt)];
  }
  if (decision.answer === 'must-use') return [go(true, history.doubt)];
  if (decision.answer === 'need-not-use') return [go(false, history.doubt)];
  return [go(true, decision), go(false, decision)];
}

/** Histories that agree on the last three years, `last` among them, answer alike from here on. */
export function distinct(histories: readonly History[], last: TaxYear): readonly History[] {
  if (histories.length === 1) return histories;
  const recent = (h: History) => h.within.filter((year) => year > laterYear(last, -3)).join();
  return [...new Map(histories.map((h) => [recent(h), h])).values()];
}

/** One answer for the year from the ways the years before may have gone; they differ only because one of those was doubtful. */
export function combine(ways: readonly { history: History; decision: Decision }[], rules: RuleSet): Decision {
  const [first, ...others] = ways;
  if (first === undefined) throw new Error('there is always a history');
  if (others.length === 0) return first.decision;
  const entry = (ways.find((w) => w.decision.by === 'entry') ?? first).decision;
  if (others.every((w) => w.decision.answer === first.decision.answer)) {
    const certainties = ways.flatMap((w) => w.decision.certainty ?? []);
    return {
      ...entry,
      certainty: certainties.length === 0 ? null : certainties.reduce(weaker),
      because: withoutRepeats([...entry.because, ...ways.flatMap((w) => w.decision.because)]),
      missing: distinctGaps(ways.flatMap((w) => w.decision.missing)),
      waitsFor: distinctGaps(ways.flatMap((w) => w.decision.waitsFor)),
    };
  }
  const { doubt } = first.history;
  if (doubt === null) throw new Error('histories differ only where a year was doubtful');
  const depends = { code: 'depends-on-year', values: { taxYear: doubt.taxYear }, cite: rules.entry };
  // What staying or leaving rests on holds on one of the ways alone; what is open, on either.
  const settled = entry.answer === 'must-use' || entry.answer === 'need-not-use';
  const either = settled && entry.by !== 'entry' ? [] : entry.because;
  const missing = distinctGaps(ways.flatMap((w) => [...(w.history.doubt?.missing ?? []), ...w.decision.missing]));
  return {
    ...entry,
    // Where something is missing on either way, that comes before methods that disagree.
    answer: missing.length > 0 ? 'needs-information' : doubt.answer,
    certainty: null,
    waitsFor: [],
    because: [depends, ...either],
    missing,
  };
}

/** Each thing that is missing once, the oldest year first. A year's return says what its fourth update would have. */
function distinctGaps(gaps: readonly Gap[]): Gap[] {
  const returns = new Set(gaps.filter((g) => g.code === 'tax-return').map((g) => g.taxYear));
  const needed = gaps.filter((g) => g.code !== 'fourth-update' || !returns.has(g.taxYear));
  const byName = new Map(needed.map((gap) => [`${gap.taxYear} ${gap.code} ${gap.source?.id ?? ''}`, gap]));
  return [...byName.keys()].toSorted().flatMap((name) => byName.get(name) ?? []);
}

function withoutRepeats(because: readonly RawReason[]): RawReason[] {
  return [...new Map(because.map((r) => [`${r.code} ${JSON.stringify(r.values)}`, r])).values()];
}
