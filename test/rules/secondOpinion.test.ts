/**
 * Do two readers of the same papers come to the same answers?
 *
 * The second reader (`secondOpinion/`) was written from the papers on the rules alone, slowly and plainly, and shares no code
 * with the product. Where the papers leave a point open it says so and nothing is compared. A difference names the person by
 * seed: `personFrom(seed)` is the same person again.
 */
import { describe, expect, test } from 'vitest';
import { compare } from './secondOpinion/compare.ts';
import { asAYear, dayNumber, daysLater, filingDate, yearHolding } from './secondOpinion/calendar.ts';
import { opinions } from './secondOpinion/decisions.ts';
import { personFrom } from './secondOpinion/people.ts';
import { shown, type Person } from './secondOpinion/person.ts';

const people = process.env['QUARTERDAY_EFFORT'] === 'full' ? 15_000 : 1_500;
const plain: Person = {
  asAt: '2026-11-22',
  rules: '2026-regulations',
  sources: [{ id: 'trade', kind: 'self-employment' }],
  returns: [],
  records: [],
  unsorted: [],
  updates: [],
  statuses: [],
  taxReturnsSent: [],
  circumstances: [],
  residence: [],
};

describe('the second reader by hand', () => {
  test.each([
    ['2024-10-06', '2025-04-05', 25_000_00n, '50000.00', '50137.36'],
    ['2022-01-01', '2022-04-05', 3_000_00n, '12000.00', '11526.32'],
    ['2024-04-06', '2025-04-05', 50_000_01n, '50000.01', '50000.01'],
    ['2023-10-06', '2025-04-05', 60_000_00n, '40000.00', '39963.50'],
  ])('%s to %s scaled to a year', (from, to, pence, byMonths, byDays) => {
    const scaled = asAYear(pence, from, to, yearHolding(to));
    expect([shown(scaled.used), shown(scaled.byDays)]).toEqual([byMonths, byDays]);
  });

  test.each([
    ['2025-04-06', '2026-01-31'],
    ['2025-10-31', '2026-01-31'],
    ['2025-11-01', '2026-01-31'],
    ['2026-01-06', '2026-04-05'],
    ['2026-01-31', '2026-04-30'],
    ['2026-06-07', '2026-09-06'],
  ])('a notice of %s for 2024-25 asks for the return by %s', (noticeGivenOn, due) => {
    const returns = [{ taxYear: '2024-25', noticeGivenOn, lines: [] }];
    expect(filingDate({ ...plain, returns }, 2024)).toBe(due);
  });

  test('days are counted over leap years', () => {
    expect(dayNumber('2028-03-01') - dayNumber('2028-02-28')).toBe(2);
    expect(daysLater('2027-12-31', 60)).toBe('2028-02-29');
  });

  test('GOV.UK’s own example of leaving: over in 2024-25, three years of £20,000 or less, out from 2029-30', () => {
    const amounts = [50_001, 20_000, 20_000, 20_000, 20_000];
    const returns = amounts.map((amount, i) => ({
      taxYear: `${2024 + i}-${25 + i}`,
      submittedOn: `${2026 + i}-01-31`,
      lines: [{ source: 'trade', form: 'SA103F', box: '15', amount: `${amount}.00` }],
    }));
    const said = opinions({ ...plain, asAt: '2030-02-01', returns }, new Map());
    expect(said.slice(0, 5).map((o) => o.verdict)).toEqual([
      'must-use',
      'must-use',
      'must-use',
      'need-not-use',
      'need-not-use',
    ]);
  });
});

describe('the product and the second reader', () => {
  test(`agree on ${people} made-up people, field by field`, () => {
    const differences: string[] = [];
    const answers = new Map<string, number>();
    let fields = 0;
    for (let seed = 1; seed <= people; seed += 1) {
      const person = personFrom(seed);
      const compared = compare(person);
      fields += compared.fields;
      for (const difference of compared.differences) differences.push(`person ${seed}, ${difference}`);
      for (const answer of compared.answers) answers.set(answer, (answers.get(answer) ?? 0) + 1);
    }
    expect(differences.slice(0, 20)).toEqual([]);
    expect(fields).toBeGreaterThan(people * 25);
    for (const answer of ['must-use', 'need-not-use', 'borderline', 'needs-information'])
      expect([answer, (answers.get(answer) ?? 0) > people / 100]).toEqual([answer, true]);
  });
});
