/**
 * What does a tax year's summary look like as a file an accountant opens in a spreadsheet?
 *
 * One line a source and category, with HMRC's form and box, then each source's income and expenses; what borrowing for homes
 * costs stands apart from these. Amounts are pounds, the person's own share. The same summary gives the same bytes.
 */
import type { SourceKind } from '../../shared/policy/categories.ts';
import type { SourceSummary, YearSummary } from '../../shared/rules/yearSummary.ts';
import type { TaxYear } from '../../shared/values/dates.ts';
import { financeApart } from '../../shared/wording/records.ts';

const kinds: Readonly<Record<SourceKind, string>> = {
  'self-employment': 'Self-employment',
  'uk-property': 'UK property',
  'foreign-property': 'Foreign property',
};
/** The first line of every such file: by it the importer knows its own. */
export const summaryHeader = ['Tax year', 'Source', 'Kind', 'Form', 'Box', 'Category', 'Name', 'Amount'];
const byteOrderMark = '\uFEFF';

/** `Tax year 2026-27 summary.csv` */
export function summaryName(taxYear: TaxYear): string {
  return `Tax year ${taxYear} summary.csv`;
}

/** UTF-8 with a byte order mark and CRLF, as Excel wants it; text that a spreadsheet would run as a formula is kept as text. */
export function summaryCsv(summary: YearSummary): Uint8Array {
  const lines = [summaryHeader, ...summary.sources.flatMap((source) => linesOf(summary.taxYear, source))];
  const text = lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
  return new TextEncoder().encode(`${byteOrderMark}${text}`);
}

function linesOf(taxYear: TaxYear, source: SourceSummary): string[][] {
  const start = [taxYear, asText(source.name), kinds[source.kind]];
  return [
    ...source.boxes.map((b) => [...start, b.form, b.box ?? '', b.category, b.name, b.amount]),
    [...start, '', '', '', 'Total income', source.income],
    [...start, '', '', '', 'Total expenses', source.expenses],
    ...(source.residentialFinance === null ? [] : [[...start, '', '', '', financeApart, source.residentialFinance]]),
  ];
}

/** What a person wrote, marked as text where a spreadsheet would take it for a formula: `=1+1` becomes `'=1+1`. */
function asText(words: string): string {
  return /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
}

function cell(words: string): string {
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
