import { describe, expect, test } from 'vitest';
import { categories, categoryOf, mainIncome, type SourceKind } from '../../shared/policy/categories.ts';
import { inYear, type Citation, type RuleSet } from '../../shared/policy/policy.ts';
import { ruleSet } from '../../shared/policy/ruleSets.ts';
import { taxYearFrom } from '../../shared/values/dates.ts';
import { toPounds } from '../../shared/values/money.ts';

const now = ruleSet('2026-regulations');
const then = ruleSet('2021-published');

function citationsIn(value: unknown): Citation[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('url' in value && 'standing' in value) return [value as Citation];
  return Object.values(value).flatMap(citationsIn);
}

describe.each([now, then])('$id', (rules) => {
  test('every figure says where it stands, when that was read and how sure it is', () => {
    const cited = citationsIn(rules);
    expect(cited.length).toBeGreaterThan(15);
    for (const c of cited) {
      expect(c.title).toMatch(
        /^(SI 20(21\/1076|26\/336) regs? \d+|GOV\.UK: \w+|FOI-2025\/162436, \w+|Taxes Management Act 1970 s8)/,
      );
      expect(c.title).toMatch(/(\(SALF\d{3,4}\)|: [\w ]+|copy\)|\w)$/);
      expect(c.url).toMatch(/^https:\/\/www\.(gov\.uk|legislation\.gov\.uk)\/[a-z][a-z0-9/-]+[a-z0-9]$/);
      expect(c.read).toBe('2026-11-22');
      expect(['certain', 'likely', 'unclear']).toContain(c.standing);
    }
  });

  test('the set names itself and its law', () => {
    expect(ruleSet(rules.id)).toBe(rules);
    expect(rules.title).toMatch(/^The Income Tax \(Digital \w+\) Regulations 20\d\d \(SI/);
  });
});

const amount = (rules: RuleSet, year: number) => {
  const row = inYear(rules.qualifyingAmount, taxYearFrom(year));
  return row === undefined ? 'refused' : toPounds(row.value);
};
const boxes = (rules: RuleSet, year: number) =>
  inYear(rules.boxes, taxYearFrom(year))
    ?.value.map((b) => `${b.form} ${b.box}`)
    .toSorted()
    .join(', ') ?? 'refused';
const dueDay = (rules: RuleSet, year: number) => inYear(rules.updates.dueDay, taxYearFrom(year))?.value ?? 'refused';

describe('figures by tax year, and nothing outside the tables', () => {
  test('the amounts', () => {
    expect([2022, 2023, 2024, 2025, 2026, 2027, 2040].map((y) => amount(now, y))).toEqual([
      'refused',
      'refused',
      '50000.00',
      '30000.00',
      '20000.00',
      '20000.00',
      '20000.00',
    ]);
    expect([2020, 2021, 2022, 2026].map((y) => amount(then, y))).toEqual([
      'refused',
      '10000.00',
      '10000.00',
      '10000.00',
    ]);
  });

  test('the boxes that count: furnished holiday lets (SA105 box 5) until 2024-25', () => {
    const kept = 'SA103F 15, SA103F 16, SA103S 10, SA103S 9, SA105 20, SA105 22, SA105 23';
    const rest = 'SA106 14, SA106 16, SA200 3.6, SA200 6.1';
    expect([2023, 2024, 2025, 2030].map((y) => boxes(now, y))).toEqual([
      'refused',
      `${kept}, SA105 5, ${rest}`,
      `${kept}, ${rest}`,
      `${kept}, ${rest}`,
    ]);
    expect([2020, 2021].map((y) => boxes(then, y))).toEqual(['refused', `${kept}, SA105 5, ${rest}`]);
  });

  test('the day updates are due: the 5th before April 2026, the 7th since', () => {
    expect([2023, 2024, 2025, 2026, 2030].map((y) => dueDay(now, y))).toEqual(['refused', 5, 5, 7, 7]);
    expect([2023, 2024, 2026].map((y) => dueDay(then, y))).toEqual(['refused', 5, 5]);
  });

  test('dates of the sets', () => {
    expect([now.firstYear, now.checkedOn, now.reviewBy]).toEqual(['2026-27', '2026-11-22', '2027-04-05']);
    expect([then.firstYear, then.checkedOn, then.reviewBy]).toEqual(['2024-25', '2026-11-22', '2149-12-31']);
  });
});

describe('categories', () => {
  const kinds: SourceKind[] = ['self-employment', 'uk-property', 'foreign-property'];
  const listed = (kind: SourceKind, wanted: (c: (typeof categories)[SourceKind][number]) => boolean) =>
    categories[kind].filter(wanted).map((c) => `${c.id} ${c.form}${c.box === null ? '' : ` ${c.box}`}`);

  test('what counts towards the amount', () => {
    expect(kinds.map((k) => listed(k, (c) => c.counts))).toEqual([
      ['turnover SA103F 15', 'other SA103F 16'],
      ['periodAmount SA105 20', 'otherIncome SA105 20', 'premiumsOfLeaseGrant SA105 22', 'reversePremiums SA105 23'],
      ['rentIncome.rentAmount SA106 14', 'otherPropertyIncome SA106 14', 'premiumsOfLeaseGrant SA106 16'],
    ]);
  });

  test('income that does not count, and tax withheld, which is neither income nor expense', () => {
    expect(kinds.map((k) => listed(k, (c) => !c.counts && c.direction !== 'expense'))).toEqual([
      ['taxTakenOffTradingIncome SA103F'],
      ['rentARoom.rentsReceived SA105', 'taxDeducted SA105 21'],
      ['foreignTaxPaidOrDeducted SA106', 'specialWithholdingTaxOrUkTaxPaid SA106'],
    ]);
    expect(kinds.flatMap((k) => categories[k].filter((c) => c.direction === 'tax').map((c) => c.id))).toHaveLength(4);
  });

  test('expenses and their boxes', () => {
    const boxesOf = (k: SourceKind) => categories[k].filter((c) => c.direction === 'expense').map((c) => c.box ?? '-');
    expect(boxesOf('self-employment').join(' ')).toBe('17 18 19 20 21 22 23 24 24 25 26 27 28 29 30');
    expect(boxesOf('uk-property').join(' ')).toBe('24 25 26 27 28 - 29 44 45');
    expect(boxesOf('foreign-property').join(' ')).toBe('17 17 17 17 17 17 17 - -');
  });

  test('ids are HMRC’s field names, and one name means another thing for another kind', () => {
    expect(categoryOf('self-employment', 'other')?.direction).toBe('income');
    expect(categoryOf('uk-property', 'other')?.direction).toBe('expense');
    expect(categoryOf('uk-property', 'turnover')).toBeUndefined();
    expect(kinds.map(mainIncome)).toEqual(['turnover', 'periodAmount', 'rentIncome.rentAmount']);
    for (const c of kinds.flatMap((k) => [...categories[k]])) {
      expect(c.id).toMatch(/^[a-z][A-Za-z]+(\.[a-z][A-Za-z]+)?$/);
      expect(c.name).toMatch(/^[A-Z][\w ,()-]+$/);
    }
  });
});
