/**
 * What rows stand in a file that is a list of blocks and no table?
 *
 * OFX, QIF and Santander's text name each part of a row where it stands. Each becomes the same cells a table would give,
 * so that one reader judges them all: a part that is missing or stands twice refuses its row there.
 */
import type { RawRow } from './csv.ts';
import type { DateOrder } from './fields.ts';
import { usualDirections, type Layout } from './layout.ts';
import { ofxBlocks } from './ofx.ts';
import { qifBlocks } from './qif.ts';
import { santanderBlocks } from './santander.ts';

/** A row, and its cells in the order of `blockLayout`. */
export interface Block {
  readonly row: RawRow;
  readonly cells: readonly string[];
}
/** Takes the file's text in pieces and gives each block once it is whole. */
export interface BlockReader {
  feed(piece: string): Block[];
  /** What was left open. */
  end(): Block[];
}
export type BlockKind = 'ofx' | 'qif' | 'santander-text';

const names = ['Date', 'Name', 'Memo', 'Amount', 'Balance', 'Id', 'Account', 'Currency'];
const readers: Readonly<Record<BlockKind, () => BlockReader>> = {
  ofx: ofxBlocks,
  qif: qifBlocks,
  'santander-text': santanderBlocks,
};

/** Told by how the file begins; null for what may be a table. */
export function blockKind(start: string): BlockKind | null {
  if (/^\s*(?:OFXHEADER\s*:|<\?OFX|<OFX>|<\?xml[^>]*>\s*(?:<\?OFX|<OFX>))/i.test(start)) return 'ofx';
  if (/^\s*!(?:Type|Account|Option):?/i.test(start)) return 'qif';
  return /^\s*From:[^\n\r]*\bto\b[^\n\r]*[\n\r]+\s*Account:/i.test(start) ? 'santander-text' : null;
}

/** The file's blocks, in pieces as its text comes. */
export async function* blocksOf(kind: BlockKind, text: AsyncIterable<string>): AsyncGenerator<Block[]> {
  const reader = readers[kind]();
  for await (const piece of text) yield reader.feed(piece);
  yield reader.end();
}

/** Where the cells of a block stand. An id decides which row it is; a currency other than GBP refuses the row. */
export function blockLayout(kind: BlockKind, dateOrder: DateOrder): Layout {
  return {
    profile: null,
    delimiter: ',',
    headerLine: null,
    firstLine: 1,
    names,
    width: names.length,
    dateOrder,
    inverted: false,
    directions: usualDirections,
    columns: {
      date: 0,
      text: [1, 2],
      amount: 3,
      moneyIn: null,
      moneyOut: null,
      balance: kind === 'santander-text' ? 4 : null,
      bankId: kind === 'ofx' ? 5 : null,
      sortCode: null,
      accountNumber: null,
      currency: 7,
      ownMoves: null,
      account: 6,
      fee: null,
      direction: null,
      passOver: null,
      without: null,
      gross: null,
      deducted: null,
      net: null,
    },
  };
}
