/** Does the accountant's file open in a spreadsheet as it was meant? */
import { expect, test } from 'vitest';
import { summaryCsv, summaryName } from '../../main/exports/summaryCsv.ts';
import type { SourceSummary, YearSummary } from '../../shared/rules/yearSummary.ts';
import { taxYearFrom } from '../../shared/values/dates.ts';

const year = taxYearFrom(2026);
const trade = (name: string): SourceSummary => ({
  source: 'trade',
  name,
  kind: 'self-employment',
  income: '1200.00',
  expenses: '300.50',
  residentialFinance: null,
  boxes: [
    { form: 'SA103F', box: '15', category: 'turnover', name: 'Sales and takings', amount: '1200.00' },
    { form: 'SA103F', box: null, category: 'taxTakenOffTradingIncome', name: 'Tax taken off (CIS)', amount: '40.00' },
    { form: 'SA103F', box: '23', category: 'adminCosts', name: 'Phone, stationery and office', amount: '300.50' },
  ],
});
const summary = (...sources: SourceSummary[]): YearSummary => ({ taxYear: year, records: 3, sources });
const textOf = (of: YearSummary): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(summaryCsv(of));

test('a year is one line for each box, then what came in and what went out', () => {
  expect(textOf(summary(trade('Tapley Plumbing')))).toBe(
    [
      '\uFEFFTax year,Source,Kind,Form,Box,Category,Name,Amount',
      '2026-27,Tapley Plumbing,Self-employment,SA103F,15,turnover,Sales and takings,1200.00',
      '2026-27,Tapley Plumbing,Self-employment,SA103F,,taxTakenOffTradingIncome,Tax taken off (CIS),40.00',
      '2026-27,Tapley Plumbing,Self-employment,SA103F,23,adminCosts,"Phone, stationery and office",300.50',
      '2026-27,Tapley Plumbing,Self-employment,,,,Total income,1200.00',
      '2026-27,Tapley Plumbing,Self-employment,,,,Total expenses,300.50',
      '',
    ].join('\r\n'),
  );
});

test('what borrowing for homes costs stands apart from the expenses', () => {
  const flat: SourceSummary = { ...trade('The flat'), kind: 'uk-property', residentialFinance: '1249.60', boxes: [] };
  expect(textOf(summary(flat)).split('\r\n').slice(2)).toEqual([
    '2026-27,The flat,UK property,,,,Total expenses,300.50',
    '2026-27,The flat,UK property,,,,"Mortgage interest on homes, not among the expenses",1249.60',
    '',
  ]);
});

test('a year without sources is its header alone', () => {
  expect(textOf(summary())).toBe('\uFEFFTax year,Source,Kind,Form,Box,Category,Name,Amount\r\n');
});

test.each([
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['+44 plumbing', `'+44 plumbing`],
  ['-Tapley-', `'-Tapley-`],
  ['@tapley', `'@tapley`],
  ['\tTapley', `'\tTapley`],
  ['\rTapley', `"'\rTapley"`],
  ['Tapley & "Sons", Plumbers', `"Tapley & ""Sons"", Plumbers"`],
  ['Café Tapley', 'Café Tapley'],
])('a source called %j is text to a spreadsheet, never a formula', (name, cell) => {
  expect(textOf(summary(trade(name)))).toContain(`\r\n2026-27,${cell},Self-employment,SA103F,15,`);
});

test('a negative amount stays a number', () => {
  const refunded = { ...trade('Tapley'), income: '-12.00' };
  expect(textOf(summary(refunded))).toContain(',Total income,-12.00\r\n');
});

test('the file is named after the tax year', () => {
  expect(summaryName(year)).toBe('Tax year 2026-27 summary.csv');
});
