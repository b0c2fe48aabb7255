/**
 * What does one have to know beside the answer: what was told and may be a slip, what was left out, what lateness cost?
 */
import { count } from './format.ts';
import { on, pounds, say, year, type Values, type Words } from './said.ts';

/** What is told of a year with a day, as a sentence begins with it. */
const told: Readonly<Record<string, string>> = {
  notice: 'The notice to file',
  'tax-return': 'The tax return',
  'final-declaration': 'The tax return',
  amendment: 'A change to the tax return',
  'quarterly-update': 'A quarterly update',
  'end-of-period-statement': 'An end of period statement',
  records: 'A total of records',
  payment: 'A payment',
};

const kinds: Readonly<Record<string, string>> = {
  'self-employment': 'self-employment',
  'uk-property': 'UK property',
  'foreign-property': 'foreign property',
};

const problems: Readonly<Record<string, Words>> = {
  'rules-may-have-changed': (v) =>
    `These rules were last checked on ${on(v, 'checked')} and should have been looked at again by ${on(v, 'review')}. They may have changed.`,
  'hmrc-and-law-differ': (v) => {
    if (v['exempt'] !== undefined)
      return `HMRC expects it of you for ${year(v)}, though by a reason told here you need not use it. Until HMRC changes that, HMRC’s word decides the dates here. Ask HMRC.`;
    return v['agreed'] === undefined
      ? `What HMRC told you for ${year(v)} and what the figures say differ. What HMRC told you decides the dates here. Ask HMRC.`
      : `HMRC has said that you need not use it for ${year(v)}, though by the figures you must. While that holds, HMRC’s word decides the dates here. Say the reason in About you, so that later years are answered too.`;
  },
  'penalties-not-worked-out': () =>
    'Not all of what lateness may have cost is worked out here: only HMRC’s new penalties, by the law in force, are.',
  'form-does-not-fit': (v) =>
    `${v['name']} is ${kinds[String(v['kind'])]}, but stands on form ${v['form']}, which is for other income. Check the form, or what ${v['name']} was added as. The answer counts it meanwhile.`,
  'total-does-not-fit': (v) =>
    `The total of ${v['name']} for ${year(v)} does not fit its days: they do not add up to it, or lie outside it. Check both.`,
  'source-unknown': (v) =>
    `${v['source']} is told of, but is not among what you have. Add it, or correct the name.${v['counted'] === undefined ? '' : ' The answer counts it meanwhile.'}`,
  'dated-later': (v) =>
    `${told[String(v['what'])]} for ${year(v)} is dated ${on(v, 'on')}, after ${on(v, 'asAt')}, the day this is seen from, so it does not count here. Check the day.`,
  'box-left-out': (v) =>
    v['once'] === undefined
      ? `${pounds(v, 'amount')} in ${v['form']} box ${v['box']} for ${year(v)} is not part of the income looked at. Check the number of the box.`
      : `${pounds(v, 'amount')} in ${v['form']} box ${v['box']} for ${year(v)} is not part of the income looked at: that box counted up to ${year(v, 'once')} only. Check the box.`,
  'update-too-early': (v) =>
    `Quarterly update ${v['quarter']} for ${year(v)} is told as sent on ${on(v, 'on')}, before it could be sent. Check the day.`,
  'return-too-early': (v) =>
    `The tax return for ${year(v)} is told as sent on ${on(v, 'on')}, before that year was over. Check the day.`,
  'notice-after-return': (v) =>
    `The notice to file for ${year(v)} is told as given after the return was sent. Check both days.`,
  'return-without-figures': (v) =>
    `The tax return for ${year(v)} is told as sent, without a figure, so its income counts as nil. If it had figures, enter them.`,
  'too-much-left-out': (v) =>
    `${pounds(v, 'amount')} for ${year(v)} is told as not on the return, which is more than the ${pounds(v, 'limit')} that may be left off. Check the return.`,
  'outside-its-days': (v) =>
    `There are figures of ${v['name']} for ${year(v)}, when by its days it was not carried on. Check them, or its days.`,
};

const latePayment: Readonly<Record<string, Words>> = {
  'late-at-day-15': (v) => `${v['percent']}% of ${pounds(v, 'owed')} owed after 15 days: ${pounds(v, 'cost')}`,
  'late-at-day-30': (v) => `${v['percent']}% of ${pounds(v, 'owed')} owed after 30 days: ${pounds(v, 'cost')}`,
  'late-from-day-31': (v) =>
    `${v['percent']}% a year of ${pounds(v, 'owed')} from day 31, for ${count(Number(v['days']), 'day')}: ${pounds(v, 'cost')}`,
};

const leftOut: Readonly<Record<string, { what: string; why: string }>> = {
  'rent-a-room': {
    what: 'Rent-a-Room receipts not on the return',
    why: 'They count only where they stand on the return.',
  },
  allowance: {
    what: 'Income within the trading or property allowance, not on the return',
    why: 'It counts only where it stands on the return.',
  },
  'box-does-not-count': {
    what: 'A box that does not count',
    why: 'This box is not part of the income looked at for that year.',
  },
  'not-resident': {
    what: 'Foreign property while not resident',
    why: 'Only UK income counts for a year in which you were not resident in the UK.',
  },
  'activity-left-out': {
    what: 'Receipts of a visiting performer, or from qualifying care',
    why: 'Receipts of this kind do not count.',
  },
};

export const latePaymentText = (code: string, values: Values): string => say(latePayment, code, values);
export const problemNote = (code: string, values: Values): string => say(problems, code, values);
export function leftOutText(code: string): { what: string; why: string } {
  const words = leftOut[code];
  if (words === undefined) throw new Error(`no words for ${code}`);
  return words;
}
