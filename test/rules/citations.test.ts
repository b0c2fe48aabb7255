import { describe, expect, test } from 'vitest';
import { categories } from '../../shared/policy/categories.ts';
import {
  contractorCite,
  contractorRates,
  grossCite,
  payoutPayees,
  payoutsKnownOn,
} from '../../shared/policy/payouts.ts';
import type { Citation, RuleSet } from '../../shared/policy/policy.ts';
import { citedAddresses, ruleSet } from '../../shared/policy/ruleSets.ts';

const now = ruleSet('2026-regulations');
const then = ruleSet('2021-published');

/** Where a figure stands, short: the last word of the address, and how sure it is unless that is certain. */
const stands = ({ title, url, standing }: Citation): string =>
  `${title.replace(/ \(SALF\d+\)$/, '')} | ${url.split('/').at(-1)}${standing === 'certain' ? '' : ` | ${standing}`}`;

const rulesOf = (rules: RuleSet): Readonly<Record<string, Citation | null>> => ({
  entry: rules.entry,
  'which year is tested': rules.lookBack.cite,
  annualisation: rules.annualisation,
  'just and reasonable': rules.justAndReasonable,
  'digital start': rules.digitalStart,
  ceased: rules.ceased,
  'no notice': rules.noNotice,
  'late increase': rules.lateIncreaseIgnored,
  exit: rules.exit.cite,
  updates: rules.updates.cite,
  'no penalty': rules.updates.noPenaltyCite,
  'tax return': rules.taxReturn,
  'payments on account': rules.paymentsOnAccount,
  residence: rules.residence,
  'left out': rules.leftOut,
  'sign up': rules.signUp,
  'opt out': rules.optOut,
});
const table = (rules: RuleSet): readonly string[] =>
  Object.entries(rulesOf(rules)).map(([rule, cite]) => `${rule}: ${cite === null ? 'none' : stands(cite)}`);

const counting =
  'GOV.UK: Work out your qualifying income for Making Tax Digital for Income Tax | work-out-your-qualifying-income-for-making-tax-digital-for-income-tax';
const below = 'SI 2021/1076 reg 21: exemption below the qualifying amount | 21';
const signUp =
  'GOV.UK: Sign up for Making Tax Digital for Income Tax | sign-up-for-making-tax-digital-for-income-tax | likely';
const onAccount = 'GOV.UK: Understand your Self Assessment tax bill, payments on account | payments-on-account';

describe('where each rule stands', () => {
  test('in the regulations of 2026', () =>
    expect(table(now)).toEqual([
      'entry: SI 2026/336 regs 22 and 23 | salf1440',
      'which year is tested: SI 2026/336 regs 22 and 23 | salf1440',
      'annualisation: SI 2026/336 reg 26 | salf1450',
      'just and reasonable: SI 2026/336 reg 26 | salf1450',
      'digital start: SI 2026/336 reg 5 | salf1010',
      `ceased: ${counting} | unclear`,
      'no notice: SI 2026/336 reg 26 | salf1450',
      'late increase: SI 2026/336 reg 26 | salf1450',
      'exit: SI 2026/336 reg 24 | salf1440',
      'updates: SI 2026/336 regs 9 and 12 | salf1150',
      'no penalty: GOV.UK: Penalties for Making Tax Digital for Income Tax | penalties-for-making-tax-digital-for-income-tax',
      'tax return: Taxes Management Act 1970 s8 and SI 2026/336 reg 8 | salf910',
      `payments on account: ${onAccount}`,
      'residence: SI 2026/336 reg 29 | salf1470',
      `left out: ${counting}`,
      `sign up: ${signUp}`,
      'opt out: GOV.UK: Making Tax Digital for Income Tax: if your circumstances change | if-your-circumstances-change | likely',
    ]));

  test('in what was published in 2021', () =>
    expect(table(then)).toEqual([
      `entry: ${below}`,
      `which year is tested: ${below}`,
      `annualisation: ${below}`,
      `just and reasonable: ${below}`,
      'digital start: SI 2021/1076 reg 4: digital start date | 4 | likely',
      `ceased: ${below} | unclear`,
      `no notice: ${below}`,
      'late increase: none',
      'exit: SI 2021/1076 reg 22: exemption after three years | 22 | likely',
      'updates: SI 2021/1076 reg 7: quarterly updates | 7',
      'no penalty: none',
      'tax return: SI 2021/1076 reg 11: end of period statement and final declaration | 11 | likely',
      `payments on account: ${onAccount}`,
      'residence: none',
      `left out: ${below}`,
      `sign up: ${signUp}`,
      'opt out: SI 2021/1076 reg 22: exemption after three years | 22 | likely',
    ]));

  test('the amounts, the boxes and the due days', () => {
    const cites = (rules: RuleSet) =>
      [rules.qualifyingAmount, rules.boxes, rules.updates.dueDay].map((rows) => rows.map((row) => stands(row.cite)));
    const list = 'FOI-2025/162436, boxes that make up qualifying income (third-party copy)';
    const boxes = `${list} | ${counting.split(' | ')[1] ?? ''} | likely`;
    expect(cites(now)).toEqual([
      Array.from({ length: 3 }, () => 'SI 2026/336 reg 27 | salf1440'),
      [boxes, boxes],
      ['SI 2021/1076 regs 7 to 9 | salf920', 'SI 2026/336 regs 9 and 12 | salf1160'],
    ]);
    expect(cites(then)).toEqual([[below], [`${below} | likely`], ['SI 2021/1076 reg 7: quarterly updates | 7']]);
  });
});

describe('what each set makes of the rules', () => {
  const shape = ({ lookBack, startedBefore, exit, updates }: RuleSet) =>
    [
      lookBack.value,
      startedBefore,
      exit.years,
      exit.firstExemptYear,
      exit.counts,
      exit.notBefore,
      updates.cumulative,
      updates.sendFromDays,
      updates.endOfPeriodStatement,
      updates.noPenaltyYears.join(' '),
    ].join(', ');

  test.each<[RuleSet, string]>([
    [now, 'two-years-before, , 3, year-after, not-more, 2029-30, true, 10, false, 2026-27'],
    [then, 'latest-return-due, 2023-04-06, 3, third-year, under, , false, 10, true, '],
  ])('$id', (rules, expected) => expect(shape(rules)).toBe(expected));
});

describe('exemptions, in the order they are considered', () => {
  const rows = (rules: RuleSet) =>
    rules.exemptions.map((e) => [e.kind, e.window, e.scope, e.onlyYear ?? 'every year', stands(e.cite)].join(' | '));

  test('of the regulations of 2026 (rules.md 5.1)', () =>
    expect(rows(now)).toEqual([
      'digitally-excluded | any-part-of-year | person | every year | SI 2026/336 regs 18 to 20 | salf1420',
      'religious-objection | any-part-of-year | person | every year | SI 2026/336 regs 18 to 20 | salf1420',
      'identity-not-verifiable | any-part-of-year | person | every year | SI 2026/336 reg 46 | salf1420',
      'vat-exempt | any-part-of-year | person | every year | GOV.UK: Find out if you can get an exemption from Making Tax Digital for Income Tax | find-out-if-you-can-get-an-exemption-from-making-tax-digital-for-income-tax',
      'power-of-attorney | previous-filing-year-or-since | person | every year | SI 2026/336 reg 32 | salf1480',
      'visiting-performer | any-part-of-year | source | every year | SI 2026/336 reg 28 | salf1460',
      'qualifying-care | any-part-of-year | source | every year | SI 2026/336 reg 28 | salf1460',
      'new-non-resident-notice | any-part-of-year | source | every year | SI 2026/336 reg 29 | salf1470',
      'minister-of-religion | previous-filing-year | person | every year | SI 2026/336 reg 33 | salf1480',
      'lloyds-underwriter | previous-filing-year | person | every year | SI 2026/336 reg 34 | salf1480',
      'married-couples-allowance | previous-filing-year | person | every year | SI 2026/336 reg 38 | salf1480',
      'blind-persons-allowance | previous-filing-year | person | every year | SI 2026/336 reg 39 | salf1480',
      'no-national-insurance-number | day-before-year | person | every year | SI 2026/336 reg 35 | salf1490',
      'trust-income | previous-filing-year | person | 2026-27 | SI 2026/336 reg 40 | salf1510',
      'visiting-performer | previous-filing-year | person | 2026-27 | SI 2026/336 reg 41 | salf1510',
      'qualifying-care | previous-filing-year | person | 2026-27 | SI 2026/336 reg 42 | salf1510',
      'residence-and-remittance | previous-filing-year | person | 2026-27 | SI 2026/336 reg 43 | salf1520',
      'averaging | previous-filing-year | person | 2026-27 | SI 2026/336 reg 44 | salf1520',
    ]));

  test('of what was published in 2021', () =>
    expect(rows(then)).toEqual([
      'digitally-excluded | any-part-of-year | person | every year | SI 2021/1076 reg 20: digital exclusion | 20',
      'vat-exempt | any-part-of-year | person | every year | SI 2021/1076 reg 20: digital exclusion | 20 | likely',
    ]));
});

describe('addresses', () => {
  test('a person is sent to pages of gov.uk and legislation.gov.uk alone, each listed once', () => {
    const addresses = citedAddresses();
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses).toContain('https://www.gov.uk/hmrc-internal-manuals/self-assessment-legal-framework/salf1440');
    expect(addresses).toContain('https://www.legislation.gov.uk/uksi/2021/1076/regulation/22');
    expect(addresses).toContain('https://www.gov.uk/understand-self-assessment-bill/payments-on-account');
    for (const address of addresses) expect(address).toMatch(/^https:\/\/www\.(gov|legislation\.gov)\.uk\/[a-z]/);
  });
});

describe('payments that arrive after something was taken off', () => {
  test('whose, what is taken off, and by which words of the bank’s text', () =>
    expect(payoutPayees.map(({ name, kind, words }) => `${name}, ${kind}: ${words.join(' | ')}`)).toEqual([
      'Stripe, sale: STRIPE',
      'SumUp, sale: SUMUP | SUM UP',
      'PayPal, sale: PAYPAL | PAY PAL',
      'Etsy, sale: ETSY',
      'eBay, sale: EBAY',
      'Airbnb, sale: AIRBNB',
      'Uber, sale: UBER',
      'Deliveroo, sale: DELIVEROO',
      'Fiverr, sale: FIVERR',
      'Your letting agent, rent: LETTINGS | LETTING AGENT | ESTATE AGENTS | PROPERTY MANAGEMENT',
    ]));

  test('known on a day, with where they stand: 20% of labour when registered, 30% when not', () => {
    expect([payoutsKnownOn, contractorCite.read]).toEqual(['2026-11-23', '2026-11-23']);
    expect(contractorRates).toEqual({ registered: 20, unregistered: 30 });
    expect(stands(contractorCite)).toBe(
      'GOV.UK: What you must do as a Construction Industry Scheme (CIS) subcontractor, get paid | get-paid',
    );
    expect(contractorCite.url).toBe('https://www.gov.uk/what-you-must-do-as-a-cis-subcontractor/get-paid');
    expect(stands(grossCite)).toBe(counting);
  });
});

describe('every category by HMRC’s field name and box', () => {
  const listed = (kind: keyof typeof categories) =>
    categories[kind].map((c) => `${c.id} ${c.direction} ${c.box ?? '-'} ${c.name}`);

  test('a trade (SA103F)', () =>
    expect(listed('self-employment')).toEqual([
      'turnover income 15 Sales and takings',
      'other income 16 Other business income',
      'taxTakenOffTradingIncome tax - Tax taken off by contractors (CIS)',
      'costOfGoods expense 17 Goods for resale and materials',
      'paymentsToSubcontractors expense 18 Payments to subcontractors',
      'wagesAndStaffCosts expense 19 Wages and staff',
      'carVanTravelExpenses expense 20 Car, van and travel',
      'premisesRunningCosts expense 21 Rent, rates, power and insurance',
      'maintenanceCosts expense 22 Repairs and maintenance',
      'adminCosts expense 23 Phone, stationery and office',
      'advertisingCosts expense 24 Advertising',
      'businessEntertainmentCosts expense 24 Business entertainment',
      'interestOnBankOtherLoans expense 25 Interest on loans',
      'financeCharges expense 26 Bank and card charges',
      'irrecoverableDebts expense 27 Bad debts',
      'professionalFees expense 28 Accountancy and legal',
      'depreciation expense 29 Depreciation',
      'otherExpenses expense 30 Other expenses',
    ]));

  test('UK property (SA105)', () =>
    expect(listed('uk-property')).toEqual([
      'periodAmount income 20 Rent',
      'otherIncome income 20 Other property income',
      'premiumsOfLeaseGrant income 22 Premiums for a lease',
      'reversePremiums income 23 Reverse premiums',
      'rentARoom.rentsReceived income - Rent-a-Room receipts',
      'taxDeducted tax 21 Tax taken off rent',
      'premisesRunningCosts expense 24 Rent, rates, insurance and ground rents',
      'repairsAndMaintenance expense 25 Repairs and maintenance',
      'financialCosts expense 26 Loan interest (not for homes)',
      'professionalFees expense 27 Legal, management and professional',
      'costOfServices expense 28 Services, including wages',
      'travelCosts expense - Travel',
      'other expense 29 Other property expenses',
      'residentialFinancialCost expense 44 Mortgage interest on homes',
      'residentialFinancialCostsCarriedForward expense 45 Unused mortgage interest from before',
    ]));

  test('foreign property (SA106)', () =>
    expect(listed('foreign-property').map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'rentIncome.rentAmount income 14',
      'otherPropertyIncome income 14',
      'premiumsOfLeaseGrant income 16',
      'foreignTaxPaidOrDeducted tax -',
      'specialWithholdingTaxOrUkTaxPaid tax -',
      'premisesRunningCosts expense 17',
      'repairsAndMaintenance expense 17',
      'financialCosts expense 17',
      'professionalFees expense 17',
      'travelCosts expense 17',
      'costOfServices expense 17',
      'other expense 17',
      'residentialFinancialCost expense -',
      'broughtFwdResidentialFinancialCost expense -',
    ]));
});
