/**
 * What rows stand in this QIF file?
 *
 * A letter before each part (D date, T amount, P payee, M memo), a caret after each row. QIF does not say whether the day
 * or the month comes first: the file proves it, or the person is asked.
 */
import type { Block, BlockReader } from './blocks.ts';
import { lineFeed } from './lines.ts';

const rowsOf = new Set(['bank', 'ccard', 'cash', 'oth a', 'oth l']);
const listsOf = new Set(['cat', 'class', 'memorized', 'security', 'prices', 'tag', 'budget']);

export function qifBlocks(): BlockReader {
  let [section, account] = ['bank', ''];
  let raw: string[] = [];
  let first = 1;
  let parts = new Map<string, string>();

  function closed(): Block[] {
    const [was, text] = [parts, raw.join('\n')];
    [parts, raw] = [new Map(), []];
    if (section === 'account') account = was.get('N') ?? account;
    if (section === 'account' || listsOf.has(section) || was.size === 0) return [];
    const part = (letter: string): string => was.get(letter) ?? '';
    // Rows of an investment account are of another kind: without their date they are refused.
    const date = rowsOf.has(section)
      ? part('D')
          .replaceAll(' ', '')
          .replace(/'(?=\d+$)/, '/')
      : '';
    const amount = was.get('T') ?? part('U');
    const row = { line: first, lines: 1, raw: text, fault: null };
    return [{ row, cells: [date, part('P'), part('M'), amount, '', '', account, 'GBP'] }];
  }
  const lines = lineFeed((text, line): Block[] => {
    const said = text.trim();
    if (said.startsWith('!')) {
      const before = closed();
      section = said
        .replace(/^!(?:Type:)?/i, '')
        .trim()
        .toLowerCase();
      return before;
    }
    if (said === '') return [];
    if (parts.size === 0) first = line;
    raw.push(text);
    if (said === '^') return closed();
    const [letter, value] = [said.slice(0, 1), said.slice(1)];
    const had = parts.get(letter);
    // The parts of a split stand under S, E and $ and add up to T; any other part that stands twice cannot be read.
    parts.set(letter, had === undefined ? value : `${had} | ${value}`);
    return [];
  });
  return { feed: lines.feed, end: () => [...lines.end(), ...closed()] };
}
