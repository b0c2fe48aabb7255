/**
 * What is said of payments that arrive after something was taken off, and of moves between own accounts?
 */
import type { Pounds } from '../values/money.ts';
import { count, money } from './format.ts';

export const payoutWords = {
  tab: 'After deductions',
  title: 'Paid after deductions',
  lead: 'What counts is your income before anything is taken off. These payments were recorded as they arrived, and usually arrive after deductions.',
  none: 'No payment looks as though something was taken off first.',
  takenOff: {
    sale: 'A fee is usually taken off before the money is paid out.',
    rent: 'An agent usually takes a fee, and sometimes repairs, off the rent.',
    labour: 'A contractor takes tax off your labour before paying you.',
  },
  from: (name: string, payments: string, amount: string): string => `${name}: ${payments}, ${amount}`,
  tableOf: (name: string): string => `Payments from ${name}`,
  date: 'Date',
  what: 'What the bank wrote',
  arrived: 'Arrived',
  act: 'What to do',
  restore: 'Put back what was taken off',
  restoreOf: (text: string, on: string): string => `Put back what was taken off ${text}, ${on}`,
  whole: 'It is whole',
  wholeOf: (text: string, on: string): string => `It is whole: ${text}, ${on}`,
  allWhole: (name: string): string => `Everything from ${name} is whole`,
  more: (n: string): string => `The newest ${n} are shown.`,
  saidWhole: 'Remembered. It is not asked again.',
  form: (text: string): string => `Before anything was taken off: ${text}`,
  arrivedWas: (amount: string): string => `${amount} arrived.`,
  kind: 'What was taken off?',
  kinds: {
    sale: 'A fee for a sale',
    rent: 'An agent’s fee and repairs, from rent',
    labour: 'Tax, by a contractor (CIS)',
  },
  fee: 'Fee',
  feeHint: 'From the statement of whoever paid you.',
  repairs: 'Repairs and other costs',
  rate: 'Tax taken off',
  rates: { '20': '20%, the usual rate', '30': '30%, the higher rate' },
  materials: 'Of what arrived, for materials',
  materialsHint: 'No tax is taken off materials. Leave this empty if there were none.',
  workOut: 'Work it out',
  confirm: 'Record it so',
  cancel: 'Cancel',
  category: 'Becomes',
  amount: 'Amount',
  check: 'Compare this with the statement you were given, to the penny.',
  restored: 'Recorded with what was taken off',
  inSplit: 'It arrived after deductions',
} as const;

export const pairWords = {
  about: 'moves between your accounts',
  yes: 'Yes, between my accounts',
  no: 'No, they are two things',
  done: 'Set aside as a move between your own accounts',
  declined: 'It will not be asked again.',
} as const;

/** `£1,000.00 − £200.00 = £800.00, which is what arrived` */
export const grossWorking = (gross: Pounds, takenOff: readonly Pounds[], net: Pounds): string =>
  `${[gross, ...takenOff].map(money).join(' − ')} = ${money(net)}, which is what arrived`;

/** The Overview's check. */
export function payoutsNotice(payments: number, amount: Pounds): string {
  const look = payments === 1 ? 'looks' : 'look';
  return `${count(payments, 'payout')} ${look} as though something was taken off first: ${money(amount)}.`;
}
export const payoutsLink = 'See them';

/** `£500.00 left Current on 1 May 2026 and came into Savings on 2 May 2026. Is it your own money moving?` */
export const pairOffer = (amount: Pounds, from: string, left: string, to: string, came: string): string =>
  `${money(amount)} left ${from} on ${left} and came into ${to} on ${came}. Is it your own money moving?`;
