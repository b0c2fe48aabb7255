/**
 * What do Dates and What to do say?
 */
import type { Obligation } from '../rules/answers.ts';
import type { ObligationKind } from '../rules/facts.ts';
import { day, taxYear } from './format.ts';

export const dates = {
  title: 'Dates',
  lead: 'What is due, and when.',
  none: 'Nothing is due yet. Dates appear here once it is known how you report.',
  overdue: 'Due already, and not known to be sent',
  overdueLead: (several: boolean): string =>
    `Say whether it was sent.${several ? ' One update now for each business covers the quarters before it in its tax year.' : ''}`,
  coming: 'Coming up',
  past: 'Gone by',
  showPast: 'Show what has gone by',
  covers: (period: string): string => `It covers ${period}.`,
  sendBetween: (from: string, by: string): string => `Send it from ${from} to ${by}.`,
  submitBetween: (from: string, by: string): string => `Submit it from ${from} to ${by}.`,
  sent: (on: string): string => `Sent on ${on}.`,
  unknown: 'Not known to be sent.',
  paid: (on: string): string => `Paid on ${on}.`,
  unpaid: 'Not known to be paid.',
  reminders: 'Reminders',
  laterReminders: (reminders: string): string => `Show ${reminders}`,
  noReminders: 'No reminders are planned.',
  why: 'Why',
  forSources: (names: string): string => `For ${names}`,
} as const;

/** How a person says, beside its day, that something was done. */
export const telling = {
  sent: 'Say whether it was sent',
  whenSent: 'When was it sent?',
  paid: 'Say what was paid',
  owed: 'How much?',
  owedHint: 'If you paid in parts, say each part by itself.',
  whenPaid: 'When was it paid?',
  dayHint: 'Such as 31/1/2027',
  unlessPast: 'Such as 31/1/2027. Leave this empty if it was not.',
  save: 'Save',
} as const;

export const lateness = {
  title: 'What lateness has cost',
  points: (held: number, threshold: number): string =>
    `Late submission points: ${held} of ${threshold}. At ${threshold} HMRC charges £200, and again each time after.`,
  point: (dueOn: string, expiresOn: string | null): string =>
    expiresOn === null
      ? `A point for what was due on ${dueOn}.`
      : `A point for what was due on ${dueOn}. It expires after ${expiresOn}.`,
  charge: (amount: string, dueOn: string): string =>
    `A late submission penalty of ${amount} for what was due on ${dueOn}.`,
  paid: (amount: string, years: string): string => `Late payment penalties of ${amount} for the tax of ${years}:`,
  rests: 'This rests on what was told here as sent and paid. Interest comes on top. HMRC decides, and you can appeal.',
} as const;

const kinds: Readonly<Record<ObligationKind, string>> = {
  'quarterly-update': 'Quarterly update',
  'end-of-period-statement': 'End of period statement',
  'final-declaration': 'Tax return',
  'tax-return': 'Tax return',
  'payment-on-account': 'Payment on account',
  'balancing-payment': 'Balancing payment',
};

/** The name of what is due: `Quarterly update 3`, `Tax return`. */
export function obligationName(o: Pick<Obligation, 'kind' | 'quarter'>): string {
  return o.quarter === null ? kinds[o.kind] : `${kinds[o.kind]} ${o.quarter}`;
}

/** The same with the years it is for, and on what it depends: `Payment on account, 2026 to 2027, if HMRC asks for one`. */
export const obligationWords = (o: Pick<Obligation, 'kind' | 'quarter' | 'taxYear'>): string =>
  `${obligationName(o)}, ${taxYear(o.taxYear)}${onlyIfAsked(o)}`;

/** HMRC does not ask everybody for payments on account. */
export const onlyIfAsked = ({ kind }: Pick<Obligation, 'kind'>): string =>
  kind === 'payment-on-account' ? ', if HMRC asks for one' : '';

/** Money to pay, not something to send. */
export const isPayment = (kind: ObligationKind): boolean =>
  kind === 'payment-on-account' || kind === 'balancing-payment';

/** Whether lateness can cost something: encouraged where it cannot, said plainly where it can. */
export function latenessWords(o: Pick<Obligation, 'kind' | 'penaltyBearing' | 'dueOn' | 'because'>): string {
  const atOnce = o.because.find((r) => r.code === 'late-costs-at-once');
  if (atOnce !== undefined) return atOnce.text;
  if (isPayment(o.kind) && !o.penaltyBearing) return 'Paying late costs interest, but no penalty.';
  const doing = o.kind === 'quarterly-update' ? 'Sending' : 'Submitting';
  const before = o.kind === 'quarterly-update' ? ', but it has to be sent before the tax return' : '';
  if (!o.penaltyBearing)
    return `No penalty if it is late${before}. ${doing} it by ${day(o.dueOn)} keeps the year in order.`;
  if (isPayment(o.kind)) return 'Paying late can cost interest and a late payment penalty.';
  return `${doing} it late can count towards a late submission penalty.`;
}

export const todo = {
  title: 'What to do',
  lead: 'The next steps for you, in order.',
  none: 'Nothing needs doing now. Keep your records up to date, and look here again.',
  signUp: 'Signing up early',
  optOut: 'Opting out',
  maySignUp: (years: string): string => `You can sign up for ${years}.`,
  signUpHow: 'You or your accountant sign up on GOV.UK. Quarterday cannot do it for you.',
  mayOptOut: (years: string): string => `You can opt out from ${years}.`,
  optOutHow: 'You opt out in HMRC online services. Save the updates you have already sent before you do.',
  noSignUp: 'There is no year you can sign up for early now.',
  noOptOut: 'There is no year you can opt out of now.',
  guides: 'GOV.UK on this',
} as const;

/** Names of the pages on GOV.UK, by key of `links`. */
export const linkNames = {
  'sign-up': 'Sign up for Making Tax Digital for Income Tax',
  'check-when': 'Find out if and when you need to use Making Tax Digital for Income Tax',
  'work-out-income': 'Work out your income from self-employment and property',
  'use-the-service': 'Use Making Tax Digital for Income Tax',
  exemption: 'Find out if you can get an exemption',
  penalties: 'HMRC’s new penalties',
  'online-services': 'HMRC online services',
  software: 'Find software that works with it',
  'self-assessment': 'Self Assessment tax returns',
  'payments-on-account': 'Payments on account',
} as const;
