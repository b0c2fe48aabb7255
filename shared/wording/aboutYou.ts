/**
 * How is a person asked what HMRC already knows of them? In their own words, never in HMRC's.
 */
import type { Reporting, ReturnState } from '../contract/told.ts';
import type { CircumstanceKind } from '../rules/facts.ts';
import { day } from './format.ts';

export const aboutYou = {
  title: 'About you',
  lead: 'What HMRC already knows. Your last tax returns decide most of it, so copy them as they were sent.',
  loading: 'Fetching what you told',
  save: 'Save',
  saved: 'Saved.',
  returns: 'Your tax returns',
  returnsHint: 'Copy the boxes as they stand on the return: income before anything is taken off.',
  returnOf: (years: string): string => `Tax return for ${years}`,
  saveReturn: (years: string): string => `Save the return for ${years}`,
  submitted: 'When was it sent?',
  submittedHint: 'Such as 31/1/2026',
  notice: 'When did HMRC ask for it?',
  noticeHint: 'Leave this empty if it asked in April, as it usually does. Give the day if it was after 31 October.',
  which: (source: string): string => `Which pages did you fill in for ${source}?`,
  box: (box: string, source: string): string => `Box ${box}: ${source}`,
  noSources: 'Add your trades and properties first; then their boxes appear here.',
  noneThen: 'None of your sources had begun in this tax year.',
  amend: 'It was changed later',
  amendment: (n: number): string => `Change ${n}`,
  made: 'When was it changed?',
  removeChange: (n: number): string => `Take change ${n} away`,
  reporting: 'How you report',
  reportingHint: 'What HMRC has written to you, or what you arranged with it.',
  reportingFor: (years: string): string => `For ${years}`,
  circumstances: 'Reasons you may not have to',
  circumstancesHint: 'If one of these is so, say since when. Some need HMRC’s agreement first.',
  noCircumstances: 'None given.',
  kind: 'Which is so?',
  choose: 'Choose',
  from: 'Since when?',
  to: 'Until when?',
  toHint: 'Leave this empty if it is still so.',
  ofSource: 'Which source does it concern?',
  anySource: 'All of them',
  addCircumstance: 'Add this reason',
  newCircumstance: 'Another reason',
  since: (from: string, to: string | null): string => (to === null ? `since ${from}` : `from ${from} to ${to}`),
  residence: 'Where you lived',
  residenceHint: 'Untick a tax year in which you were not resident in the UK for tax.',
  residentIn: (years: string): string => `Resident in the UK in ${years}`,
  updates: 'Quarterly updates already sent',
  updatesHint: 'Each update says the income so far in that tax year. Only needed if you already send them.',
  noUpdates: 'None told.',
  updateLine: (quarter: number, years: string, on: string): string => `Update ${quarter} for ${years}, sent on ${on}`,
  updateYear: 'Tax year',
  quarter: 'Which update?',
  quarterName: (n: number): string => `Update ${n}`,
  sent: 'When was it sent?',
  gross: (source: string): string => `Income so far in it: ${source}`,
  addUpdate: 'Add this update',
  newUpdate: 'Another update',
} as const;

export const returnStateWords: Readonly<Record<ReturnState, string>> = {
  sent: 'It was sent',
  'none-yet': 'None yet',
  'no-notice': 'HMRC did not ask for one',
};

export const reportingWords: Readonly<Record<Reporting, string>> = {
  must: 'HMRC wrote that I must send quarterly updates',
  early: 'I signed up early',
  yearly: 'One return a year, as before',
  'agreed-not': 'HMRC agreed that I need not',
  'no-longer': 'I told HMRC that I no longer send one',
  'not-sure': 'I am not sure',
};

export const circumstanceWords: Readonly<Record<CircumstanceKind, string>> = {
  'digitally-excluded': 'I cannot use digital tools, because of age, health, disability or where I live',
  'religious-objection': 'My religion does not allow electronic communication',
  'identity-not-verifiable': 'HMRC cannot verify who I am online',
  'power-of-attorney': 'Somebody acts for me under a power of attorney or as a deputy',
  'no-national-insurance-number': 'I have no National Insurance number',
  'minister-of-religion': 'I am a minister of religion',
  'lloyds-underwriter': 'I am an underwriting member of Lloyd’s',
  'married-couples-allowance': 'I get Married Couple’s Allowance',
  'blind-persons-allowance': 'I get Blind Person’s Allowance',
  'visiting-performer': 'I am a visiting entertainer or sportsperson',
  'qualifying-care': 'I am a foster carer or give shared lives care',
  'trust-income': 'I have income from a trust, a settlement or an estate',
  averaging: 'I average my profits, as farmers and artists may',
  'residence-and-remittance': 'My return has the residence pages',
  'vat-exempt': 'HMRC agreed that I need not keep digital records for VAT',
  'new-non-resident-notice': 'I told HMRC that I am newly not resident in the UK',
};

/** The reasons that concern one source and not the person. */
export const circumstanceOfSource: ReadonlySet<CircumstanceKind> = new Set([
  'visiting-performer',
  'qualifying-care',
  'new-non-resident-notice',
] as const);

export const sinceWords = (c: {
  readonly from: Parameters<typeof day>[0];
  readonly to: Parameters<typeof day>[0] | null;
}): string => aboutYou.since(day(c.from), c.to === null ? null : day(c.to));

/** The pages of the return, and the boxes on them that hold income before expenses; what they are for, in our words. */
export const returnPages = {
  SA103F: { code: 'SA103F', name: 'Self-employment (full)', short: 'The full pages, SA103F' },
  SA103S: { code: 'SA103S', name: 'Self-employment (short)', short: 'The short pages, SA103S' },
  SA105: { code: 'SA105', name: 'UK property', short: 'SA105' },
  SA106: { code: 'SA106', name: 'Foreign', short: 'SA106' },
} as const;
export type Page = keyof typeof returnPages;

const turnover = ['Turnover: what the business took,', 'before anything is taken off'];
export const boxWords: Readonly<Record<string, readonly string[]>> = {
  'SA103F 15': turnover,
  'SA103F 16': ['Other business income', 'that is not in box 15'],
  'SA103S 9': turnover,
  'SA103S 10': ['Other business income', 'that is not in box 9'],
  'SA105 20': ['Rents and other property income,', 'added up'],
  'SA106 14': ['Rents and other receipts, added up'],
};
export const pictureWords = (page: Page, box: string): string =>
  `On the pages ${returnPages[page].name} (${page}), box ${box} is for: ${(boxWords[`${page} ${box}`] ?? []).join(' ')}`;

export const aboutProblems = {
  state: (years: string): string => `Say whether the return for ${years} was sent`,
  kind: 'Choose the reason',
} as const;
