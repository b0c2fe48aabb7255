/**
 * What is the law in force on 22 November 2026?
 *
 * The Income Tax (Digital Obligations) Regulations 2026, SI 2026/336, in force from 1 April 2026, as data.
 */
import { civil, taxYearFrom } from '../values/dates.ts';
import { asPence } from '../values/money.ts';
import {
  exemptionGuidance,
  guidance,
  page,
  paymentsOnAccountPage,
  penaltiesGuidance,
  qualifyingIncomeGuidance,
  salf,
  signUpGuidance,
} from './citations.ts';
import type { Box, Citation, ExemptionRule, ExemptionWindow, LatePaymentRates, RuleSet } from './policy.ts';

const amounts = salf('SI 2026/336 reg 27', 1440);
const boxList = page(
  'FOI-2025/162436, boxes that make up qualifying income (third-party copy)',
  qualifyingIncomeGuidance.url,
  'likely',
);

const box = (form: Box['form'], ...boxes: string[]): Box[] => boxes.map((b) => ({ form, box: b }));
const alwaysCount = [
  ...box('SA103F', '15', '16'),
  ...box('SA103S', '9', '10'),
  ...box('SA200', '3.6', '6.1'),
  ...box('SA106', '14', '16'),
  ...box('SA105', '20', '22', '23'),
];

const exempt = (
  kind: string,
  window: ExemptionWindow,
  cite: Citation,
  limits: Partial<Pick<ExemptionRule, 'scope' | 'onlyYear' | 'notBefore' | 'onApplication'>> = {},
): ExemptionRule => ({
  kind,
  window,
  cite,
  scope: 'person',
  onlyYear: null,
  notBefore: null,
  onApplication: false,
  ...limits,
});

const late = (atDay15: number, atDay30: number, aYear: number): LatePaymentRates => ({ atDay15, atDay30, aYear });

/** People who joined early sent their updates by the 5th. */
const earlierUpdates = salf('SI 2021/1076 regs 7 to 9', 920);
const exclusion = salf('SI 2026/336 regs 18 to 20', 1420);
const temporary = { onlyYear: taxYearFrom(2026) } as const;
const applied = { onApplication: true } as const;

/** rules.md 5.1, in the order of 5.3: exclusions, activities, kinds of person, 2026-27 alone. */
const exemptions: readonly ExemptionRule[] = [
  exempt('digitally-excluded', 'any-part-of-year', exclusion, applied),
  exempt('religious-objection', 'any-part-of-year', exclusion, applied),
  exempt('identity-not-verifiable', 'any-part-of-year', salf('SI 2026/336 reg 46', 1420), applied),
  exempt('vat-exempt', 'any-part-of-year', exemptionGuidance),
  exempt('power-of-attorney', 'previous-filing-year-or-since', salf('SI 2026/336 reg 32', 1480)),
  exempt('visiting-performer', 'any-part-of-year', salf('SI 2026/336 reg 28', 1460), { scope: 'source' }),
  exempt('qualifying-care', 'any-part-of-year', salf('SI 2026/336 reg 28', 1460), { scope: 'source' }),
  exempt('new-non-resident-notice', 'any-part-of-year', salf('SI 2026/336 reg 29', 1470), {
    scope: 'source',
    notBefore: taxYearFrom(2027),
  }),
  exempt('minister-of-religion', 'previous-filing-year', salf('SI 2026/336 reg 33', 1480)),
  exempt('lloyds-underwriter', 'previous-filing-year', salf('SI 2026/336 reg 34', 1480)),
  exempt('married-couples-allowance', 'previous-filing-year', salf('SI 2026/336 reg 38', 1480)),
  exempt('blind-persons-allowance', 'previous-filing-year', salf('SI 2026/336 reg 39', 1480)),
  exempt('no-national-insurance-number', 'day-before-year', salf('SI 2026/336 reg 35', 1490)),
  exempt('trust-income', 'previous-filing-year', salf('SI 2026/336 reg 40', 1510), temporary),
  exempt('visiting-performer', 'previous-filing-year', salf('SI 2026/336 reg 41', 1510), temporary),
  exempt('qualifying-care', 'previous-filing-year', salf('SI 2026/336 reg 42', 1510), temporary),
  exempt('residence-and-remittance', 'previous-filing-year', salf('SI 2026/336 reg 43', 1520), temporary),
  exempt('averaging', 'previous-filing-year', salf('SI 2026/336 reg 44', 1520), temporary),
];

export const regulations2026: RuleSet = {
  id: '2026-regulations',
  title: 'The Income Tax (Digital Obligations) Regulations 2026 (SI 2026/336)',
  checkedOn: civil(2026, 11, 22),
  reviewBy: civil(2027, 4, 5),
  firstYear: taxYearFrom(2026),
  qualifyingAmount: [
    { from: taxYearFrom(2024), to: taxYearFrom(2024), value: asPence(50_000_00), cite: amounts },
    { from: taxYearFrom(2025), to: taxYearFrom(2025), value: asPence(30_000_00), cite: amounts },
    { from: taxYearFrom(2026), to: null, value: asPence(20_000_00), cite: amounts },
  ],
  boxes: [
    {
      from: taxYearFrom(2024),
      to: taxYearFrom(2024),
      value: [...alwaysCount, ...box('SA105', '5')],
      cite: boxList,
    },
    { from: taxYearFrom(2025), to: null, value: alwaysCount, cite: boxList },
  ],
  entry: salf('SI 2026/336 regs 22 and 23', 1440),
  lookBack: { value: 'two-years-before', cite: salf('SI 2026/336 regs 22 and 23', 1440) },
  annualisation: salf('SI 2026/336 reg 26', 1450),
  justAndReasonable: salf('SI 2026/336 reg 26', 1450),
  digitalStart: salf('SI 2026/336 reg 5', 1010),
  ceased: { ...qualifyingIncomeGuidance, standing: 'unclear' },
  noNotice: salf('SI 2026/336 reg 26', 1450),
  startedBefore: null,
  lateIncreaseIgnored: salf('SI 2026/336 reg 26', 1450),
  exit: {
    years: 3,
    firstExemptYear: 'year-after',
    counts: 'not-more',
    notBefore: taxYearFrom(2029),
    cite: salf('SI 2026/336 reg 24', 1440),
  },
  updates: {
    dueDay: [
      { from: taxYearFrom(2024), to: taxYearFrom(2025), value: 5, cite: earlierUpdates },
      { from: taxYearFrom(2026), to: null, value: 7, cite: salf('SI 2026/336 regs 9 and 12', 1160) },
    ],
    cumulative: true,
    sendFromDays: 10,
    endOfPeriodStatement: false,
    noPenaltyYears: [taxYearFrom(2026)],
    cite: salf('SI 2026/336 regs 9 and 12', 1150),
    noPenaltyCite: penaltiesGuidance,
  },
  penalties: {
    threshold: { quarterly: 4, yearly: 2 },
    charge: asPence(200_00),
    pointMonths: 24,
    complianceMonths: { quarterly: 12, yearly: 24 },
    receivedMonths: 24,
    everybodyFrom: taxYearFrom(2027),
    before: { value: asPence(100_00), cite: { ...penaltiesGuidance, standing: 'likely' } },
    latePayment: [
      { from: taxYearFrom(2024), to: taxYearFrom(2024), value: late(2, 2, 4), cite: penaltiesGuidance },
      { from: taxYearFrom(2025), to: taxYearFrom(2026), value: late(3, 3, 10), cite: penaltiesGuidance },
      { from: taxYearFrom(2027), to: null, value: late(4, 4, 10), cite: penaltiesGuidance },
    ],
    cite: penaltiesGuidance,
  },
  taxReturn: salf('Taxes Management Act 1970 s8 and SI 2026/336 reg 8', 910),
  paymentsOnAccount: paymentsOnAccountPage,
  residence: salf('SI 2026/336 reg 29', 1470),
  leftOut: qualifyingIncomeGuidance,
  leftOffLimits: {
    value: { 'rent-a-room': asPence(7_500_00), allowance: asPence(1_000_00) },
    cite: { ...qualifyingIncomeGuidance, standing: 'likely' },
  },
  signUp: signUpGuidance,
  optOut: guidance(
    'Making Tax Digital for Income Tax: if your circumstances change',
    'use-making-tax-digital-for-income-tax/if-your-circumstances-change',
    'likely',
  ),
  exemptions,
};
