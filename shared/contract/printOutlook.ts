/**
 * How is an outlook printed as JSON, a million times over?
 *
 * The same text as `JSON.stringify`, letter by letter. Most of an outlook is the same for everybody: dates the law fixes, the
 * reasons for them, where the law stands. Such pieces are frozen (`shared/values/once.ts`), and the text of each is kept.
 */
import type { Obligation, Outlook, Reason, Reminder, YearAnswer } from '../rules/answers.ts';

/** The outlook's JSON on one line. */
export const printOutlook = (o: Outlook): string =>
  `{"asAt":"${o.asAt}","rules":"${o.rules}","rulesCheckedOn":"${o.rulesCheckedOn}","text":${JSON.stringify(o.text)},` +
  `"incomes":${JSON.stringify(o.incomes)},"years":${list(o.years, year)},"next":${JSON.stringify(o.next)},` +
  `"exit":${JSON.stringify(o.exit)},"obligations":${list(o.obligations, obligation)},` +
  `"reminders":${reminders(o.reminders)},"penalties":${JSON.stringify(o.penalties)},` +
  `"guidance":${JSON.stringify(o.guidance)},"problems":${JSON.stringify(o.problems)}}`;

const texts = new WeakMap<object, string>();
/** What is frozen never changes: its text is kept. */
function shared(piece: object): string {
  const known = texts.get(piece);
  if (known !== undefined) return known;
  const text = JSON.stringify(piece);
  if (Object.isFrozen(piece)) texts.set(piece, text);
  return text;
}

function list<T>(items: readonly T[], text: (item: T) => string): string {
  let all = '';
  for (const item of items) all += all === '' ? text(item) : `,${text(item)}`;
  return `[${all}]`;
}
/** Days, tax years and codes hold nothing that JSON would escape. */
const bare = (text: string | null): string => (text === null ? 'null' : `"${text}"`);

function obligation(o: Obligation): string {
  if (Object.isFrozen(o)) return shared(o);
  return (
    `{"kind":"${o.kind}","source":${JSON.stringify(o.source)},"taxYear":"${o.taxYear}","quarter":${o.quarter},` +
    `"from":"${o.from}","to":"${o.to}","sendFrom":${bare(o.sendFrom)},"dueOn":"${o.dueOn}",` +
    `"penaltyBearing":${o.penaltyBearing},"sentOn":${bare(o.sentOn)},"because":${shared(o.because)}}`
  );
}

/** Reminders of one thing share what they are about. */
function reminders(all: readonly Reminder[]): string {
  const known = new Map<Reminder['about'], string>();
  return list(all, ({ on, about, text }) => {
    let rest = known.get(about);
    if (rest === undefined)
      known.set(about, (rest = `"about":${JSON.stringify(about)},"text":${JSON.stringify(text)}}`));
    return `{"on":"${on}",${rest}`;
  });
}

const year = (y: YearAnswer): string =>
  `{"taxYear":"${y.taxYear}","answer":"${y.answer}","from":${bare(y.from)},"certainty":${bare(y.certainty)},` +
  `"tested":${JSON.stringify(y.tested)},"because":${list(y.because, reason)},` +
  `"exemptions":${JSON.stringify(y.exemptions)},"missing":${JSON.stringify(y.missing)}}`;

const reason = ({ code, values, text, cite }: Reason): string =>
  `{"code":"${code}","values":${JSON.stringify(values)},"text":${JSON.stringify(text)},"cite":${shared(cite)}}`;
