/** What becomes of a bank row, and what is said of an import as a whole? */
import type { ImportReport } from '../contract/contract.ts';
import { count, money, period } from './format.ts';

/** What a row becomes that is not a record: a record is named by its category. */
export const rowBecomes = {
  'not-business': 'Not business',
  'between-my-accounts': 'A move between your own accounts',
  unsorted: 'Not sorted yet',
} as const;

export const onlyFirstListed = (listed: number): string =>
  `Only the first ${count(listed, 'refused row')} are listed here.`;

export const refusedPlace = (line: number, field: string): string =>
  field === '' ? `line ${line}` : `line ${line}, ${field}`;

/** An import for a terminal: how it was read, the counts, what was refused and why. */
export function importLines(report: ImportReport): string[] {
  const { fresh, already, recorded, setAside, unsorted, refused, from, to } = report;
  return [
    `${report.file}: ${count(report.rows, 'row')}`,
    ...report.how.map((sentence) => `  ${sentence}`),
    ...(from === null || to === null ? [] : [`  ${period({ from, to })}`]),
    `  ${money(report.moneyIn)} came in, ${money(report.moneyOut)} went out.`,
    `New: ${count(fresh, 'row')} (${count(recorded, 'record')}, ${setAside} set aside, ${unsorted} not sorted yet). Already here: ${already}.`,
    ...report.gaps,
    ...(refused.length === 0 ? [] : ['Refused:']),
    ...refused.map((r) => `  ${refusedPlace(r.line, r.field)}: ${r.message}`),
    report.imported ? 'Imported.' : 'Nothing was imported.',
  ];
}
