/**
 * Which bank laid out this file?
 *
 * Its header says so, wherever it stands among the first lines. Where the header is of common words, or there is none, the
 * rows must show it too: balances that follow, a code at the end of the words, the way a date or an account is written.
 */
import type { Delimiter, RawRow } from './csv.ts';
import { readText } from './fields.ts';
import {
  headerWithin,
  isDate,
  isMoney,
  plainName,
  usualDirections,
  withoutEmptyEnd,
  type Columns,
  type Head,
  type Layout,
} from './layout.ts';
import { balancesFollow } from './mapping.ts';
import type { BankProfile } from './profiles/profile.ts';

/**
 * The layout of the bank whose header stands in the first lines: of several, the one that names the most columns.
 * Undefined if none does. A bank that the person named needs no proof from the rows.
 */
export function knownLayout(
  all: readonly Head[],
  profiles: readonly BankProfile[],
  named: boolean,
): Layout | undefined {
  const headed = all.flatMap((head) =>
    head.rows
      .slice(0, headerWithin)
      .flatMap(({ row, cells }) =>
        profiles.flatMap((profile) => headedLayout(profile, head.delimiter, row, cells) ?? []),
      ),
  );
  const fits = headed.filter((layout) => named || proven(layout, all)).toSorted((a, b) => wide(b) - wide(a))[0];
  return fits ?? all.flatMap((head) => profiles.flatMap((profile) => bareLayout(profile, head, named) ?? []))[0];
}

const wide = (layout: Layout): number => layout.profile?.header.length ?? 0;

function headedLayout(
  profile: BankProfile,
  delimiter: Delimiter,
  row: RawRow,
  cells: readonly string[],
): Layout | undefined {
  const columns = profileColumns(profile, cells.map(plainName));
  if (columns === undefined || delimiter !== (profile.delimiter ?? delimiter)) return undefined;
  const names = withoutEmptyEnd(cells.map(readText));
  const firstLine = row.line + row.lines;
  const place = { headerLine: row.line, firstLine, names, width: names.length };
  return { profile, delimiter, ...place, columns, ...waysOf(profile) };
}

/** How the bank writes its dates and which way money goes. */
const waysOf = (profile: BankProfile): Pick<Layout, 'dateOrder' | 'inverted' | 'directions'> => ({
  dateOrder: profile.dateOrder,
  inverted: profile.chargeIsPositive === true,
  directions: profile.direction ?? usualDirections,
});

/** A file without a header whose first row is of this bank's columns by place. */
function bareLayout(profile: BankProfile, head: Head, named: boolean): Layout | undefined {
  const { places } = profile;
  const first = head.rows[0];
  if (places === undefined || first === undefined) return undefined;
  const columns = profileColumns(profile, places.map(plainName));
  if (columns === undefined || withoutEmptyEnd(first.cells).length > places.length) return undefined;
  if (first.cells.length < places.length || !isBareRow(columns, first.cells)) return undefined;
  const { delimiter } = head;
  const firstLine = first.row.line;
  const width = places.length;
  const place = { headerLine: null, firstLine, names: places, width };
  const layout: Layout = { profile, delimiter, ...place, columns, ...waysOf(profile) };
  return named || proven(layout, [head]) ? layout : undefined;
}

function isBareRow({ date, amount, moneyIn, moneyOut }: Columns, cells: readonly string[]): boolean {
  const money = [amount, moneyIn, moneyOut].filter((c) => c !== null).map((c) => cells[c] ?? '');
  return isDate(cells[date] ?? '') && money.some(isMoney) && money.every((cell) => cell.trim() === '' || isMoney(cell));
}

/** Do the rows show what the profile asks of them? Nine in ten must; a closing row or one of another kind may not. */
function proven({ profile, columns, names, delimiter, firstLine, dateOrder }: Layout, all: readonly Head[]): boolean {
  const proof = profile?.proof;
  if (proof === undefined) return true;
  const rows = all.find((head) => head.delimiter === delimiter)?.rows ?? [];
  const cells = rows.filter(({ row }) => row.line >= firstLine).map((r) => r.cells);
  if (proof === 'balances') {
    const { date, amount, balance } = columns;
    const mapping = {
      date,
      dateOrder,
      description: columns.text[0] ?? 0,
      amount,
      moneyIn: null,
      moneyOut: null,
      balance,
    };
    return balancesFollow(cells, mapping);
  }
  const column = names.map(plainName).indexOf(plainName(proof.column));
  const told = cells.map((row) => readText(row[column] ?? '')).filter((cell) => cell !== '');
  return told.length > 0 && told.filter((cell) => proof.fits.test(cell)).length * 10 >= told.length * 9;
}

/** Where the profile's columns stand among these names; undefined if one of its header is not there, or is there twice. */
function profileColumns(profile: BankProfile, names: readonly string[]): Columns | undefined {
  const header = profile.header.map(plainName);
  if (profile.whole === true && withoutEmptyEnd(names).join('\n') !== header.join('\n')) return undefined;
  const once = (name: string): boolean => names.includes(name) && names.indexOf(name) === names.lastIndexOf(name);
  if (!header.every(once)) return undefined;
  const at = (name: string | undefined): number | null => {
    const index = name === undefined ? -1 : names.indexOf(plainName(name));
    return index === -1 ? null : index;
  };
  const of = profile.columns;
  const date = at(of.date);
  if (date === null) return undefined;
  return {
    date,
    text: of.text.flatMap((name) => at(name) ?? []),
    amount: at(of.amount),
    moneyIn: at(of.moneyIn),
    moneyOut: at(of.moneyOut),
    balance: at(of.balance),
    bankId: at(of.bankId),
    sortCode: at(of.sortCode),
    accountNumber: at(of.accountNumber),
    currency: at(of.currency),
    ownMoves: at(profile.ownMoves?.column),
    account: at(of.account),
    fee: at(of.fee),
    direction: at(profile.direction?.column),
    passOver: at(profile.passOver?.column),
    without: at(profile.passOver?.without),
    gross: null,
    deducted: null,
    net: null,
  };
}
