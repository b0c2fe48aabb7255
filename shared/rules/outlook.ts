/**
 * Everything the app can say today. The only caller of the rules; read it first.
 *
 * records → running totals → qualifying income → decision → exit → projection → obligations → penalties → reminders → guidance
 *
 * Pure: the same facts, rules and day give the same bytes. Words are put to codes here, last of all.
 */
import type { RuleSet } from '../policy/policy.ts';
import { daysIn, firstDay, taxYearOf, wholeYear, type PlainDate, type TaxYear } from '../values/dates.ts';
import { rounded, toPounds, type Fraction, type Pounds } from '../values/money.ts';
import { once } from '../values/once.ts';
import { headline, nextText, reminderText } from '../wording/outlook.ts';
import { latePaymentText, leftOutText, problemNote } from '../wording/notes.ts';
import { circumstanceText, reasonText } from '../wording/reasons.ts';
import { missingText, stepText } from '../wording/steps.ts';
import type {
  Cite,
  Exit,
  Income,
  Obligation,
  Outlook,
  Reason,
  Reminder,
  Working,
  YearAnswer,
  Penalties,
} from './answers.ts';
import type { DueThing } from './calendar.ts';
import { decisions, type Decision } from './decisions.ts';
import type { Gap } from './evidence.ts';
import { exitCount, type ExitCount } from './exit.ts';
import { inOrder, knownBy, nameOf, type Facts } from './facts.ts';
import { guidance } from './guidance.ts';
import { incomes, type SoFar } from './incomes.ts';
import { total, usedValue, type SourceIncome } from './yearIncome.ts';
import { obligations } from './obligations.ts';
import type { LatePayment } from './latePayment.ts';
import { penalties } from './penalties.ts';
import { problems } from './problems.ts';
import { nextDecision } from './projection.ts';
import type { RawReason } from './reasons.ts';
import { reminders } from './reminders.ts';

export type { Outlook } from './answers.ts';

/** The outlook of a person's facts on a day. Facts dated after `asAt` are ignored, but for receipts known to be coming. */
export function outlook(told: Facts, rules: RuleSet, asAt: PlainDate): Outlook {
  const all = inOrder({ ...told, asAt, rules: rules.id });
  const facts = knownBy(all);
  const decided = decisions(facts, rules);
  const exit = exitCount(facts, rules, decided);
  const next = nextDecision(facts, rules, decided, exit.earliestFrom === null ? null : taxYearOf(exit.earliestFrom));
  const due = obligations(facts, rules, decided);
  const lateness = penalties(facts, rules, decided, due);
  const choices = guidance(facts, rules, decided, { exit, due, lateness });
  const years = decided.map((d) => yearAnswer(d, asAt));
  return {
    asAt,
    rules: rules.id,
    rulesCheckedOn: rules.checkedOn,
    text: headline(years, asAt),
    incomes: incomes(facts, rules).map(incomeShown),
    years,
    next: next === null ? null : { ...next, text: nextText(next, isWithin(decided, asAt), (id) => nameOf(facts, id)) },
    exit: exitShown(exit, asAt),
    obligations: due.map(obligationShown),
    reminders: remindersShown(facts, due),
    penalties: { ...lateness, latePayment: lateness.latePayment.map(latePaymentShown) },
    guidance: {
      signUp: choices.signUp,
      optOut: choices.optOut,
      steps: choices.steps.map((s) => ({ code: s.code, text: stepText(s.code, s.values), link: s.link })),
    },
    problems: problems(facts, rules, decided, all).map(({ code, values }) => ({
      code,
      values,
      text: problemNote(code, values),
    })),
  };
}

const isWithin = (decided: readonly Decision[], asAt: PlainDate): boolean =>
  decided.some((d) => d.taxYear === taxYearOf(asAt) && d.answer === 'must-use');

const shown = (value: Fraction): Pounds => toPounds(rounded(value));
const cite = once(({ title, url }: Cite): Cite => ({ title, url }));
const reason = ({ code, values, cite: where }: RawReason, asAt: PlainDate | null): Reason => ({
  code,
  values,
  text: reasonText(code, values, asAt),
  cite: cite(where),
});

function working(part: SourceIncome, taxYear: TaxYear): Working {
  const { scaling } = part;
  return {
    source: part.source,
    gross: toPounds(part.gross),
    period: part.period,
    months: scaling.months === null ? null : String(scaling.months),
    byMonths: scaling.byMonths === null ? null : shown(scaling.byMonths),
    days: scaling.byDays === null ? null : String(daysIn(part.period)),
    ofDays: scaling.byDays === null ? null : String(daysIn(wholeYear(taxYear))),
    byDays: scaling.byDays === null ? null : shown(scaling.byDays),
    used: part.notScaled ? 'not-scaled' : scaling.used,
    annualised: shown(usedValue(part)),
    justAndReasonable: part.justAndReasonable === null ? null : toPounds(part.justAndReasonable),
    rows: part.rows,
  };
}

function incomeShown({ income, lacking }: SoFar): Income {
  return {
    taxYear: income.taxYear,
    basis: income.basis,
    qualifyingIncome: shown(total(income)),
    workings: income.parts.map((part) => working(part, income.taxYear)),
    leftOut: income.leftOut.map((l) => {
      const words = leftOutText(l.code);
      const what = l.box === null ? words.what : `${words.what} (${l.box})`;
      return { what, amount: toPounds(l.amount), why: words.why, cite: cite(l.cite) };
    }),
    without: lacking.map((s) => s.id),
  };
}

function yearAnswer(d: Decision, asAt: PlainDate): YearAnswer {
  return {
    taxYear: d.taxYear,
    answer: d.answer,
    from: d.answer === 'must-use' ? firstDay(d.taxYear) : null,
    certainty: d.certainty,
    tested:
      d.tested === null
        ? null
        : {
            taxYear: d.tested.taxYear,
            returnDue: d.tested.returnDue,
            qualifyingIncome: d.tested.income === null ? null : shown(d.tested.income),
            threshold: toPounds(d.tested.threshold),
          },
    because: d.because.map((r) => reason(r, asAt)),
    exemptions: d.exemptions.map((e) => ({
      kind: e.kind,
      text: circumstanceText(e.values, asAt),
      cite: cite(e.cite),
    })),
    missing: d.missing.map((m) => ({
      code: m.code,
      taxYear: m.taxYear,
      source: m.source?.id ?? null,
      text: missingText(m.code, missingValues(m)),
    })),
  };
}

const missingValues = ({ taxYear, source }: Gap): RawReason['values'] => ({
  ...(taxYear === null ? {} : { taxYear }),
  ...(source === null ? {} : { name: source.name }),
});

const latePaymentShown = ({ taxYear, amount, lines }: LatePayment): Penalties['latePayment'][number] => ({
  taxYear,
  amount: toPounds(amount),
  lines: lines.map(({ code, values }) => latePaymentText(code, values)),
});

function exitShown(exit: ExitCount, asAt: PlainDate): Exit {
  return {
    counting: exit.counting.map((j) => ({
      taxYear: j.taxYear,
      qualifyingIncome: j.income === null ? null : shown(j.income),
      threshold: toPounds(j.threshold),
      counts: j.counts,
    })),
    earliestFrom: exit.earliestFrom,
    because: exit.because.map((r) => reason(r, asAt)),
  };
}

/** What is due to everybody alike has its words once. */
const obligationShown = (d: DueThing): Obligation => (Object.isFrozen(d) ? sharedObligation(d) : worded(d));
const sharedObligation = once((d: DueThing): Obligation => worded(d));
const sharedReasons = once((raw: readonly RawReason[]): readonly Reason[] => raw.map((r) => reason(r, null)));

function worded(d: DueThing): Obligation {
  return {
    kind: d.kind,
    source: d.source,
    taxYear: d.taxYear,
    quarter: d.quarter,
    from: d.from,
    to: d.to,
    sendFrom: d.sendFrom,
    dueOn: d.dueOn,
    penaltyBearing: d.penaltyBearing,
    sentOn: d.sentOn,
    done: d.done,
    because: Object.isFrozen(d.because) ? sharedReasons(d.because) : d.because.map((r) => reason(r, null)),
  };
}

/** Reminders of one thing say the same. */
function remindersShown(facts: Facts, due: readonly DueThing[]): Reminder[] {
  const texts = new Map<Reminder['about'], string>();
  return reminders(facts, due).map(({ on, about, penaltyBearing, atOnce }) => {
    const text = texts.get(about) ?? reminderText(about, penaltyBearing, atOnce);
    texts.set(about, text);
    return { on, about, text };
  });
}
