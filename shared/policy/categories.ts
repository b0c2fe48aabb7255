/**
 * What kinds of receipt and expense does HMRC know, for each kind of source?
 *
 * One list per kind; the id is HMRC's own field name in the quarterly update (Self-Employment Business API 5.0 and
 * Property Business API 6.0), with its group before a dot where two groups share a name. `counts` says whether it is part
 * of the income tested. Boxes are those of SA103F, SA105 and SA106 for 2024-25 and 2025-26.
 */
export type SourceKind = 'self-employment' | 'uk-property' | 'foreign-property';
export type Form = 'SA103F' | 'SA103S' | 'SA105' | 'SA106' | 'SA200';
/** `tax` is money withheld on the way to the person: neither income nor expense. */
export type Direction = 'income' | 'expense' | 'tax';

/** Short returns have both; property abroad that was a furnished holiday let stood on SA105. */
const kindsOn: Readonly<Record<Form, readonly SourceKind[]>> = {
  SA103F: ['self-employment'],
  SA103S: ['self-employment'],
  SA105: ['uk-property', 'foreign-property'],
  SA106: ['foreign-property'],
  SA200: ['self-employment', 'uk-property'],
};
/** Can a source of that kind stand on that form? */
export const formFits = (form: Form, kind: SourceKind): boolean => kindsOn[form].includes(kind);

export interface Category {
  readonly id: string;
  readonly direction: Direction;
  /** Part of the income tested for Making Tax Digital for Income Tax. */
  readonly counts: boolean;
  readonly form: Form;
  /** Null where the return has no box of its own for it. */
  readonly box: string | null;
  /** Plain name for the screen. */
  readonly name: string;
}

type Row = readonly [id: string, direction: Direction, counts: boolean, box: string | null, name: string];

const table = (form: Form, rows: readonly Row[]): readonly Category[] =>
  rows.map(([id, direction, counts, box, name]) => ({ id, direction, counts, form, box, name }));

const selfEmployment = table('SA103F', [
  ['turnover', 'income', true, '15', 'Sales and takings'],
  ['other', 'income', true, '16', 'Other business income'],
  ['taxTakenOffTradingIncome', 'tax', false, null, 'Tax taken off by contractors (CIS)'],
  ['costOfGoods', 'expense', false, '17', 'Goods for resale and materials'],
  ['paymentsToSubcontractors', 'expense', false, '18', 'Payments to subcontractors'],
  ['wagesAndStaffCosts', 'expense', false, '19', 'Wages and staff'],
  ['carVanTravelExpenses', 'expense', false, '20', 'Car, van and travel'],
  ['premisesRunningCosts', 'expense', false, '21', 'Rent, rates, power and insurance'],
  ['maintenanceCosts', 'expense', false, '22', 'Repairs and maintenance'],
  ['adminCosts', 'expense', false, '23', 'Phone, stationery and office'],
  ['advertisingCosts', 'expense', false, '24', 'Advertising'],
  ['businessEntertainmentCosts', 'expense', false, '24', 'Business entertainment'],
  ['interestOnBankOtherLoans', 'expense', false, '25', 'Interest on loans'],
  ['financeCharges', 'expense', false, '26', 'Bank and card charges'],
  ['irrecoverableDebts', 'expense', false, '27', 'Bad debts'],
  ['professionalFees', 'expense', false, '28', 'Accountancy and legal'],
  ['depreciation', 'expense', false, '29', 'Depreciation'],
  ['otherExpenses', 'expense', false, '30', 'Other expenses'],
]);

const ukProperty = table('SA105', [
  ['periodAmount', 'income', true, '20', 'Rent'],
  ['otherIncome', 'income', true, '20', 'Other property income'],
  ['premiumsOfLeaseGrant', 'income', true, '22', 'Premiums for a lease'],
  ['reversePremiums', 'income', true, '23', 'Reverse premiums'],
  ['rentARoom.rentsReceived', 'income', false, null, 'Rent-a-Room receipts'],
  ['taxDeducted', 'tax', false, '21', 'Tax taken off rent'],
  ['premisesRunningCosts', 'expense', false, '24', 'Rent, rates, insurance and ground rents'],
  ['repairsAndMaintenance', 'expense', false, '25', 'Repairs and maintenance'],
  ['financialCosts', 'expense', false, '26', 'Loan interest (not for homes)'],
  ['professionalFees', 'expense', false, '27', 'Legal, management and professional'],
  ['costOfServices', 'expense', false, '28', 'Services, including wages'],
  ['travelCosts', 'expense', false, null, 'Travel'],
  ['other', 'expense', false, '29', 'Other property expenses'],
  ['residentialFinancialCost', 'expense', false, '44', 'Mortgage interest on homes'],
  ['residentialFinancialCostsCarriedForward', 'expense', false, '45', 'Unused mortgage interest from before'],
]);

const foreignProperty = table('SA106', [
  ['rentIncome.rentAmount', 'income', true, '14', 'Rent'],
  ['otherPropertyIncome', 'income', true, '14', 'Other property income'],
  ['premiumsOfLeaseGrant', 'income', true, '16', 'Premiums for a lease'],
  ['foreignTaxPaidOrDeducted', 'tax', false, null, 'Foreign tax paid or taken off'],
  ['specialWithholdingTaxOrUkTaxPaid', 'tax', false, null, 'UK tax or special withholding tax'],
  ['premisesRunningCosts', 'expense', false, '17', 'Rent, rates, insurance and ground rents'],
  ['repairsAndMaintenance', 'expense', false, '17', 'Repairs and maintenance'],
  ['financialCosts', 'expense', false, '17', 'Loan interest (not for homes)'],
  ['professionalFees', 'expense', false, '17', 'Legal, management and professional'],
  ['travelCosts', 'expense', false, '17', 'Travel'],
  ['costOfServices', 'expense', false, '17', 'Services, including wages'],
  ['other', 'expense', false, '17', 'Other property expenses'],
  ['residentialFinancialCost', 'expense', false, null, 'Mortgage interest on homes'],
  ['broughtFwdResidentialFinancialCost', 'expense', false, null, 'Unused mortgage interest from before'],
]);

/**
 * What borrowing for homes that are let costs. It is no expense of the business: tax is reduced by it at the basic rate
 * (ITTOIA 2005 s272A and s274A), so it stands apart from the total of expenses.
 */
export const residentialFinance: ReadonlySet<string> = new Set([
  'residentialFinancialCost',
  'residentialFinancialCostsCarriedForward',
  'broughtFwdResidentialFinancialCost',
]);

export const categories: Readonly<Record<SourceKind, readonly Category[]>> = {
  'self-employment': selfEmployment,
  'uk-property': ukProperty,
  'foreign-property': foreignProperty,
};
const countingOf = (kind: SourceKind): readonly string[] => categories[kind].filter((c) => c.counts).map((c) => c.id);
/** The ids of those that are part of the income tested. */
export const countingIds: Readonly<Record<SourceKind, readonly string[]>> = {
  'self-employment': countingOf('self-employment'),
  'uk-property': countingOf('uk-property'),
  'foreign-property': countingOf('foreign-property'),
};

const byId = new Map(
  Object.entries(categories).flatMap(([kind, list]) => list.map((c) => [`${kind} ${c.id}`, c] as const)),
);

/** The category of that id for that kind of source, or undefined: `other` is income for a trade, an expense for UK property. */
export function categoryOf(kind: SourceKind, id: string): Category | undefined {
  return byId.get(`${kind} ${id}`);
}

/** Where ordinary money in goes for that kind of source: sales for a trade, rent for a property. */
export function mainIncome(kind: SourceKind): string {
  return { 'self-employment': 'turnover', 'uk-property': 'periodAmount', 'foreign-property': 'rentIncome.rentAmount' }[
    kind
  ];
}
