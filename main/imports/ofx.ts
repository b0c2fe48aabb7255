/**
 * What rows stand in this OFX file?
 *
 * OFX 1 is SGML, whose values have no closing tag; OFX 2 is XML. Both have each row between STMTTRN tags. The bank's id
 * may be empty, stand on several rows, or be unique in its account only: identity.ts never trusts it alone.
 */
import type { Block, BlockReader } from './blocks.ts';

const longest = 65_536;
const begin = /<STMTTRN>/i;
const end = /<\/STMTTRN>/i;

export function ofxBlocks(): BlockReader {
  let [rest, line, account, currency] = ['', 1, '', ''];

  /** What stands before a row may name its account and its currency. */
  function pass(text: string): void {
    account = [...text.matchAll(/<ACCTID>([^<\r\n]*)/gi)].at(-1)?.[1]?.trim() ?? account;
    currency = [...text.matchAll(/<CURDEF>([^<\r\n]*)/gi)].at(-1)?.[1]?.trim() ?? currency;
    line += text.split(/\r\n|\n|\r/).length - 1;
  }
  function block(raw: string): Block {
    const row = { line, lines: 1, raw, fault: null };
    const own = valueOf(raw, 'CURRENCY') === '' ? currency : (/<CURSYM>([^<\r\n]*)/i.exec(raw)?.[1] ?? currency).trim();
    const date = valueOf(raw, 'DTPOSTED').replace(/^(\d{8})(?:\d{4,6}(?:\.\d{1,3})?)?(?: ?\[[^\]]*\])?$/, '$1');
    const [name, memo] = [valueOf(raw, 'NAME'), valueOf(raw, 'MEMO')];
    return { row, cells: [date, name, memo, amountOf(raw), '', valueOf(raw, 'FITID'), account, own || 'GBP'] };
  }
  return {
    feed: (piece) => {
      rest += piece;
      const found: Block[] = [];
      for (let from = rest.search(begin); from !== -1; from = rest.search(begin)) {
        const length = rest.slice(from).search(end);
        if (length === -1) break;
        const raw = rest.slice(from, from + length);
        pass(rest.slice(0, from));
        // A row that was never closed would hide in the next: both stand in one block, and two amounts refuse it.
        found.push(block(raw));
        pass(raw);
        rest = rest.slice(from + length);
      }
      if (rest.length > longest && !begin.test(rest)) {
        const kept = rest.length - 200;
        pass(rest.slice(0, kept));
        rest = rest.slice(kept);
      }
      return found;
    },
    end: () => {
      const from = rest.search(begin);
      if (from === -1) return [];
      pass(rest.slice(0, from));
      return [block(rest.slice(from, from + longest))];
    },
  };
}

/** The value after a tag; where the tag stands twice, both, which no date or amount can be read from. */
function valueOf(raw: string, tag: string): string {
  const values = [...raw.matchAll(new RegExp(`<${tag}>([^<\\r\\n]*)`, 'gi'))].map((m) => plain(m[1] ?? ''));
  return values.join(' | ');
}

/** OFX also allows a comma before the pence. */
const amountOf = (raw: string): string => valueOf(raw, 'TRNAMT').replace(/^([-+]?\d+),(\d{1,2})$/, '$1.$2');

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const plain = (text: string): string =>
  text
    .replaceAll(/&(amp|lt|gt|quot|apos|nbsp);/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
    .trim();
