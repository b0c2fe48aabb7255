/**
 * What is missing for an answer, and what should one do next?
 */
import { count } from './format.ts';
import { of, on, say, service, year, type Values, type Words } from './said.ts';

const missing: Readonly<Record<string, Words>> = {
  'tax-return': (v) => `Your tax return for ${year(v)}: what it said, once it is in.`,
  'tax-return-overdue': (v) => `Your tax return for ${year(v)}: what it said, and when it was sent. It is overdue.`,
  'fourth-update': (v) => `The quarterly updates${of(v)} for ${year(v)} up to the fourth, or the whole year’s records.`,
  records: (v) => `Your records${of(v)} for ${year(v)}.`,
  sources: () => 'What you have: self-employment, UK property or foreign property.',
  notice: () => 'A tax return HMRC has asked you for, and the day it asked.',
  'year-to-come': (v) => `Your income for ${year(v)}, which has not started yet.`,
  'year-outside-rules': () => 'A year these rules have no figures for.',
};

/** Where several quarters are overdue and updates are of the year so far. */
function covers(v: Values): string {
  if (v['covers'] === undefined) return '';
  const one = v['several'] === undefined ? 'One now' : 'One now for each business';
  return ` ${one} covers the quarters before it in its tax year.`;
}

const steps: Readonly<Record<string, Words>> = {
  'sign-up-by': (v) => `Sign up for ${service} before ${on(v, 'from')}. HMRC does not do it for you.`,
  'sign-up-now': (v) =>
    `You must use ${service} from ${on(v, 'from')}. If you have not signed up, do so now: HMRC does not do it for you.`,
  'get-ready': (v) =>
    `${v['already'] !== undefined ? 'By what is known already' : v['ended'] === undefined ? 'At this rate' : 'As things stand,'} you must use ${service} from ${on(v, 'from')}. Your tax return will settle it; sign up before then.`,
  'choose-software': (v) =>
    `Choose software that sends quarterly updates to HMRC${v['from'] === undefined ? '' : `, and have it ready by ${on(v, 'from')}`}. Quarterday keeps the records and does not send them.`,
  'check-exemption': () =>
    'If you cannot use digital tools, because of age, health, disability, where you live or your religion, you can apply not to.',
  'send-overdue-updates': (v) =>
    v['count'] === 1
      ? `Send the quarterly update that was due by ${on(v, 'by')}, or say in Dates when it was sent.`
      : `Send the ${count(Number(v['count']), 'quarterly update')} that were due by ${on(v, 'by')}, or say in Dates when they were sent.${covers(v)}`,
  'send-overdue-return': (v) => `Send the tax return for ${year(v)}, and enter here what it said.`,
  'send-overdue-returns': (v) =>
    `Send the ${count(Number(v['count']), 'tax return')} that are overdue, for ${year(v, 'first')} up to ${year(v, 'last')}, and enter here what each said.`,
  'add-sources': () => 'Add what you have: self-employment, UK property or foreign property.',
  'ask-which': (v) =>
    `Ask HMRC whether you must use it for ${year(v)}. If HMRC has written that you must, say so in About you: its quarterly updates are due then.`,
  'new-source-later': (v) =>
    `${v['name']} started on ${on(v, 'began')}. Use ${service} for it from ${on(v, 'from')}, after its first tax return is due; until then it goes on your tax return alone.`,
  'tell-notice': () => 'If HMRC has asked you for a tax return, enter here for which year, and when it asked.',
  'tell-return': (v) => `When your tax return for ${year(v)} is in, enter here what it said.`,
  'add-records': (v) => `Add your records${of(v)} for ${year(v)}, or import your bank’s file.`,
  'complete-year': (v) =>
    `Send the fourth quarterly update${of(v)} for ${year(v)}, with your records complete: it decides before the return does.`,
  'may-sign-up': (v) => `You can sign up early, for ${year(v)}.`,
  'check-after-sign-up': (v) =>
    `After signing up, check in HMRC online services that ${year(v)} was changed. HMRC’s service may not carry it over by itself.`,
  'opt-out-not-yet': (v) =>
    `HMRC’s service may let you opt out of quarterly updates for ${year(v)}, but by these figures you must send them that year.`,
  'tell-hmrc-ended': (v) =>
    `${v['name']} ended on ${on(v, 'ended')}. Tell HMRC, and send its last update, by ${on(v, 'by')}: until HMRC knows, it expects more updates.`,
  'grace-may-apply': (v) =>
    `${year(v)} is your first year under HMRC’s new penalties. What is charged after 15 days may not be due if you paid, or agreed a payment plan, within 30 days. Ask HMRC.`,
  'complete-year-later': (v) =>
    `Once ${year(v)} is over, send its fourth quarterly update${of(v)}, with your records complete: it decides before the return does.`,
  'finish-records': (v) =>
    `Your records of ${v['name']} stop before the end of ${year(v)}. Add those from ${on(v, 'from')} to ${on(v, 'to')}: the answer rests on a guess until then.`,
  'sort-first': (v) => `Sort the money in of ${year(v)} that is not sorted yet: it could change the answer.`,
  'apply-for-exemption': (v) =>
    v['from'] === undefined
      ? `For ${year(v)} HMRC has to agree that you need not use it. If you have not applied, apply now: until HMRC agrees, you must use it like anybody else. When the reason ends, tell HMRC within three months.`
      : `For ${year(v)} HMRC has to agree that you need not use it. If you have not applied, apply before ${on(v, 'from')}. When the reason ends, tell HMRC within three months.`,
  'tell-hmrc-exemption-ended': (v) =>
    v['agreed'] !== undefined
      ? `If HMRC had agreed, tell it by ${on(v, 'by')} that the reason ended on ${on(v, 'ended')}.`
      : `What HMRC agreed to ${v['comes'] === undefined ? 'ended' : 'ends'} on ${on(v, 'ended')}. Tell HMRC by ${on(v, 'by')}.`,
  'ask-which-reading': (v) =>
    `Ask HMRC whether it scales up the income of ${v['name']}, which stopped on ${on(v, 'stopped')}: by the other reading the answer for ${year(v)} is another.`,
  'ask-to-leave': (v) =>
    `Ask HMRC whether you can stop from ${on(v, 'from')}. Until you opt out, your updates stay due.`,
  'ask-before-leaving': (v) =>
    `Ask HMRC before you opt out: by one reading you can stop from ${on(v, 'from')}, by the other you cannot. Until you opt out, your updates stay due.`,
  'due-by-choice': (v) =>
    `You signed up for ${year(v)}, so its quarterly updates are due until you opt out. A late one costs nothing.`,
  'tell-when-exemption-ends': () => 'When what HMRC agreed does not hold any more, tell HMRC within three months.',
  'tell-hmrc-vat-exempt': () => 'Tell HMRC that what it agreed for VAT still holds.',
  'opt-out-after-change': (v) =>
    `Your return for ${year(v, 'tested')} came to more than the amount when ${year(v)} began, so HMRC may still expect quarterly updates for it. Opt out in HMRC online services, or ask HMRC: until then they stay due.`,
  'opt-out-by-figures': (v) =>
    `By these figures you need not use it for ${year(v)}, though HMRC expects it. Opt out in HMRC online services, or ask HMRC: until then, your updates stay due.`,
  'tell-hmrc-ended-late': (v) =>
    `${v['name']} ended on ${on(v, 'ended')}. Telling HMRC, and its last update, were due by ${on(v, 'by')}. If either is still to be done, do it now: until HMRC knows, it expects more updates.`,
  'nothing-recorded': (v) =>
    `Nothing is recorded for ${v['name']} in ${year(v)}, so it counts as nil. If something came in, record it.`,
  'may-opt-out': (v) => `You can opt out of quarterly updates for ${year(v)}.`,
  'save-updates-first': () => 'Opting out deletes the updates already sent for that year. Save their figures first.',
  'check-after-opt-out': (v) =>
    `After opting out, check in HMRC online services that ${year(v)} was changed as well. HMRC’s service may leave it as it was.`,
  'opt-out-to-leave': (v) =>
    v['gone'] === undefined
      ? `You can stop from ${on(v, 'from')}. Opt out in HMRC online services: until you do, HMRC still expects your updates.`
      : `You could stop from ${on(v, 'from')}. If you have not opted out in HMRC online services, do so now: until you do, HMRC still expects your updates.`,
};

export const missingText = (code: string, values: Values): string => say(missing, code, values);
export const stepText = (code: string, values: Values): string => say(steps, code, values);
