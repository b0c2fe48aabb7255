/**
 * What rows stand in Santander's text file?
 *
 * Blocks of Date, Description, Amount and Balance under the account's number, with non-breaking spaces after the colons
 * that may have been through a wrong encoding. A block begins with its date; blank lines mean nothing.
 */
import type { Block, BlockReader } from './blocks.ts';
import { lineFeed } from './lines.ts';

type Label = 'date' | 'description' | 'amount' | 'balance';

export function santanderBlocks(): BlockReader {
  let account = '';
  let open: { line: number; raw: string[]; parts: Partial<Record<Label, string>> } | undefined;
  const closed = (): Block[] => {
    if (open === undefined) return [];
    const { line, raw, parts } = open;
    open = undefined;
    const { date = '', description = '', amount = '', balance = '' } = parts;
    const row = { line, lines: 1, raw: raw.join('\n'), fault: null };
    return [{ row, cells: [date, description, '', amount, balance, '', account, 'GBP'] }];
  };
  const lines = lineFeed((text, line) => {
    const plain = text.replaceAll(/Â?\u00A0/g, ' ').trim();
    const found = /^(Account|Date|Description|Amount|Balance) ?: *(.*)$/i.exec(plain);
    if (found === null) {
      if (plain !== '' && open !== undefined) open.raw.push(text);
      return [];
    }
    const [, name = '', value = ''] = found;
    const label = name.toLowerCase();
    const before = label === 'date' || label === 'account' ? closed() : [];
    if (label === 'account') account = value.replaceAll(/[^\dX*]/gi, '');
    if (label === 'date') open = { line, raw: [], parts: {} };
    if (open === undefined || label === 'account') return before;
    open.raw.push(text);
    const part = label as Label;
    // A part that stands twice is two amounts in one cell: it can then not be read, and refuses the row.
    open.parts[part] = open.parts[part] === undefined ? value : `${open.parts[part]} | ${value}`;
    return before;
  });
  return { feed: lines.feed, end: () => [...lines.end(), ...closed()] };
}
