/**
 * How is an outlook printed as JSON, a million times over?
 *
 * The same text as `JSON.stringify`, letter by letter. Most of an outlook is the same for everybody: dates the law fixes, the
 * reasons for them, where the law stands. Such pieces are frozen (`shared/values/once.ts`), and each is printed once and kept.
 */
import type { Obligation, Outlook, Reason, Reminder, YearAnswer } from '../rules/answers.ts';

/** What is the same for everybody, printed: the very same object each time. */
export interface Kept {
  readonly text: string;
}
/** Takes the printed pieces in their order. */
export interface Paper {
  own(text: string): void;
  kept(piece: Kept): void;
}

/** Prints the outlook's JSON, on one line, without its end. */
export function printOutlook(o: Outlook, paper: Paper): void {
  paper.own(
    `{"asAt":"${o.asAt}","rules":"${o.rules}","rulesCheckedOn":"${o.rulesCheckedOn}","text":${JSON.stringify(o.text)},` +
      `"incomes":${some(o.incomes)},"years":`,
  );
  list(o.years, paper, year);
  paper.own(`,"next":${JSON.stringify(o.next)},"exit":${JSON.stringify(o.exit)},"obligations":`);
  list(o.obligations, paper, obligation);
  paper.own(
    `,"reminders":${reminders(o.reminders)},"penalties":${JSON.stringify(o.penalties)},` +
      `"guidance":${JSON.stringify(o.guidance)},"problems":${some(o.problems)}}`,
  );
}

/** The outlook's JSON as one text. */
export function outlookText(outlook: Outlook): string {
  const pieces: string[] = [];
  printOutlook(outlook, { own: (text) => void pieces.push(text), kept: ({ text }) => void pieces.push(text) });
  return pieces.join('');
}

const printed = new WeakMap<object, Kept>();

/** What is frozen never changes: it is printed once. */
function piece(value: object, paper: Paper): void {
  const known = printed.get(value);
  if (known !== undefined) return paper.kept(known);
  const text = JSON.stringify(value);
  if (!Object.isFrozen(value)) return paper.own(text);
  const kept = { text };
  printed.set(value, kept);
  paper.kept(kept);
}

function list<T>(items: readonly T[], paper: Paper, print: (item: T, paper: Paper) => void): void {
  let before = '[';
  for (const item of items) {
    paper.own(before);
    print(item, paper);
    before = ',';
  }
  paper.own(items.length === 0 ? '[]' : ']');
}

/** Days, tax years, amounts and codes hold nothing that JSON would escape. */
const bare = (text: string | null): string => (text === null ? 'null' : `"${text}"`);

function obligation(o: Obligation, paper: Paper): void {
  if (Object.isFrozen(o)) return piece(o, paper);
  paper.own(
    `{"kind":"${o.kind}","source":${JSON.stringify(o.source)},"taxYear":"${o.taxYear}","quarter":${o.quarter},` +
      `"from":"${o.from}","to":"${o.to}","sendFrom":${bare(o.sendFrom)},"dueOn":"${o.dueOn}",` +
      `"penaltyBearing":${o.penaltyBearing},"sentOn":${bare(o.sentOn)},"done":${o.done},"because":`,
  );
  piece(o.because, paper);
  paper.own('}');
}

function year(y: YearAnswer, paper: Paper): void {
  paper.own(
    `{"taxYear":"${y.taxYear}","answer":"${y.answer}","from":${bare(y.from)},"certainty":${bare(y.certainty)},` +
      `"tested":${tested(y.tested)},"because":`,
  );
  list(y.because, paper, reason);
  paper.own(`,"exemptions":${some(y.exemptions)},"missing":${some(y.missing)}}`);
}

/** Most lists are empty for most people. */
const some = (items: readonly object[]): string => (items.length === 0 ? '[]' : JSON.stringify(items));

function tested(t: YearAnswer['tested']): string {
  if (t === null) return 'null';
  return (
    `{"taxYear":"${t.taxYear}","returnDue":"${t.returnDue}","qualifyingIncome":${bare(t.qualifyingIncome)},` +
    `"threshold":"${t.threshold}"}`
  );
}

function reason({ code, values, text, cite }: Reason, paper: Paper): void {
  paper.own(`{"code":"${code}","values":${JSON.stringify(values)},"text":${JSON.stringify(text)},"cite":`);
  piece(cite, paper);
  paper.own('}');
}

/** Reminders of one thing share what they are about. */
function reminders(all: readonly Reminder[]): string {
  const known = new Map<Reminder['about'], string>();
  let text = '[';
  for (const { on, about, text: words } of all) {
    let rest = known.get(about);
    if (rest === undefined) {
      rest = `"about":${JSON.stringify(about)},"text":${JSON.stringify(words)}}`;
      known.set(about, rest);
    }
    text += `${text === '[' ? '' : ','}{"on":"${on}",${rest}`;
  }
  return `${text}]`;
}
