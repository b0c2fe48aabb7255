/**
 * Where does each line of this text end, as the text comes in pieces?
 */
const longest = 65_536;

/** Calls `take` with each line and its number from 1; a line longer than any bank's is given in parts. */
export function lineFeed<T>(take: (line: string, number: number) => T[]): {
  feed(piece: string): T[];
  end(): T[];
} {
  let [rest, number] = ['', 1];
  const one = (line: string): T[] => {
    const taken = take(line, number);
    number += 1;
    return taken;
  };
  return {
    feed: (piece) => {
      const joined = rest + piece;
      const held = joined.endsWith('\r') ? '\r' : '';
      const lines = joined.slice(0, joined.length - held.length).split(/\r\n|\n|\r/);
      rest = (lines.pop() ?? '') + held;
      const taken = lines.flatMap(one);
      if (rest.length <= longest) return taken;
      const part = take(rest, number);
      rest = '';
      return [...taken, ...part];
    },
    end: () => {
      const last = rest.replace(/\r$/, '');
      rest = '';
      return last === '' ? [] : one(last);
    },
  };
}
