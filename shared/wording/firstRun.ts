/**
 * What does a person read before they have any books?
 */
import type { SourceKind } from '../policy/categories.ts';

export const firstRun = {
  title: 'When must you use Making Tax Digital for Income Tax?',
  lead: 'Keep your business and property records here. Quarterday works out from them when the change reaches you, why, and what to do next.',
  start: 'Start your books',
  startHint: 'Three short questions on one page, then your answer.',
  example: 'Look around with example books',
  exampleHint: 'An invented plumber with a flat to let. Kept apart from your own books.',
  promise: 'Everything stays on this computer. Nothing is sent anywhere.',
  back: 'Back',
} as const;

export const kindNames: Readonly<Record<SourceKind, string>> = {
  'self-employment': 'A trade (self-employment)',
  'uk-property': 'Property in the UK',
  'foreign-property': 'Foreign property',
};

export const shortKindNames: Readonly<Record<SourceKind, string>> = {
  'self-employment': 'Trade',
  'uk-property': 'UK property',
  'foreign-property': 'Foreign property',
};

export const startBooks = {
  title: 'Start your books',
  what: 'What do you have, and since when?',
  whatHint: 'Each trade by itself; each house or flat you let by itself.',
  source: (n: number): string => `Source ${n}`,
  kind: 'What is it?',
  name: 'Name',
  nameHint: 'Such as “Plumbing” or “12 Elm Road”',
  started: 'When did it start?',
  startedHint: 'Such as 6/10/2024. Leave this empty if it was before 6 April 2024.',
  share: 'Your own share',
  shareHint: '1 if it is all yours, 1/2 if half of it is.',
  add: 'Add another',
  remove: 'Remove',
  returns: 'What did your last two tax returns say?',
  returnsHint: 'Copy the income before expenses. Leave an amount empty if you do not know it.',
  returnOf: (years: string): string => `Tax return for ${years}`,
  states: { sent: 'It was sent', 'none-yet': 'None yet', 'no-notice': 'HMRC did not ask for one' },
  submitted: 'When was it sent?',
  submittedHint: 'Such as 31/1/2026',
  amount: (source: string): string => `Income before expenses: ${source}`,
  unnamed: (n: number): string => `source ${n}`,
  reporting: 'Do you already send quarterly updates to HMRC?',
  reportings: {
    must: 'HMRC wrote that I must',
    early: 'I signed up early',
    yearly: 'No: one return a year, as before',
    'not-sure': 'I am not sure',
  },
  go: 'Start these books',
} as const;

export const startProblems = {
  name: (n: number): string => `Enter a name for source ${n}, such as “Plumbing” or “12 Elm Road”`,
  share: (n: number): string => `Enter your own share of source ${n}, such as 1, 1/2 or 0.25`,
  state: (years: string): string => `Say whether the return for ${years} was sent`,
  submitted: (years: string): string => `Enter the date you sent the return for ${years}`,
  amount: 'Enter the amount in pounds and pence, such as 26,000.00',
  reporting: 'Say whether you already send quarterly updates',
} as const;
