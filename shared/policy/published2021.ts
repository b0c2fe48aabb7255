/**
 * What was announced in 2021?
 *
 * The system of SI 2021/1076 as first made and as described that year: £10,000, from April 2024. The law has moved on; this
 * set keeps working for whoever checks the old description.
 */
import { civil, taxYearFrom } from '../values/dates.ts';
import { asPence } from '../values/money.ts';
import { paymentsOnAccountPage, regulations2021, signUpGuidance } from './citations.ts';
import type { Box, RuleSet } from './policy.ts';

const box = (form: Box['form'], ...boxes: string[]): Box[] => boxes.map((b) => ({ form, box: b }));
const belowAmount = regulations2021(21, 'exemption below the qualifying amount');
const digitalStart = regulations2021(4, 'digital start date', 'likely');

export const published2021: RuleSet = {
  id: '2021-published',
  title: 'The Income Tax (Digital Requirements) Regulations 2021 (SI 2021/1076), as first published',
  checkedOn: civil(2026, 11, 22),
  reviewBy: civil(2149, 12, 31),
  firstYear: taxYearFrom(2024),
  // A late notice makes the latest return due a year older.
  qualifyingAmount: [{ from: taxYearFrom(2021), to: null, value: asPence(10_000_00), cite: belowAmount }],
  boxes: [
    {
      from: taxYearFrom(2021),
      to: null,
      value: [
        ...box('SA103F', '15', '16'),
        ...box('SA103S', '9', '10'),
        ...box('SA200', '3.6', '6.1'),
        ...box('SA105', '20', '22', '23', '5'),
        ...box('SA106', '14', '16'),
      ],
      cite: { ...belowAmount, standing: 'likely' },
    },
  ],
  entry: belowAmount,
  lookBack: { value: 'latest-return-due', cite: belowAmount },
  annualisation: belowAmount,
  justAndReasonable: belowAmount,
  digitalStart,
  ceased: { ...belowAmount, standing: 'unclear' },
  noNotice: belowAmount,
  startedBefore: civil(2023, 4, 6),
  lateIncreaseIgnored: null,
  exit: {
    years: 3,
    firstExemptYear: 'third-year',
    counts: 'under',
    notBefore: null,
    cite: regulations2021(22, 'exemption after three years', 'likely'),
  },
  updates: {
    dueDay: [{ from: taxYearFrom(2024), to: null, value: 5, cite: regulations2021(7, 'quarterly updates') }],
    cumulative: false,
    sendFromDays: 10,
    endOfPeriodStatement: true,
    noPenaltyYears: [],
    cite: regulations2021(7, 'quarterly updates'),
    noPenaltyCite: null,
  },
  penalties: null,
  taxReturn: regulations2021(11, 'end of period statement and final declaration', 'likely'),
  paymentsOnAccount: paymentsOnAccountPage,
  // Of what may be left out, the published description names digital exclusion alone.
  residence: null,
  leftOut: belowAmount,
  leftOffLimits: {
    value: { 'rent-a-room': asPence(7_500_00), allowance: asPence(1_000_00) },
    cite: { ...belowAmount, standing: 'likely' },
  },
  signUp: signUpGuidance,
  optOut: regulations2021(22, 'exemption after three years', 'likely'),
  exemptions: [
    {
      kind: 'digitally-excluded',
      window: 'any-part-of-year',
      scope: 'person',
      onlyYear: null,
      notBefore: null,
      onApplication: true,
      cite: regulations2021(20, 'digital exclusion'),
    },
    {
      kind: 'vat-exempt',
      window: 'any-part-of-year',
      scope: 'person',
      onlyYear: null,
      notBefore: null,
      onApplication: false,
      cite: regulations2021(20, 'digital exclusion', 'likely'),
    },
  ],
};
