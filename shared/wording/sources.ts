/**
 * How is a person asked about a source or a property that they have already?
 */
export const sourceChanges = {
  change: 'Change',
  changeOf: (name: string): string => `Change ${name}`,
  save: 'Save',
  saved: (name: string): string => `Changed ${name}`,
  end: 'Stopped for good',
  endOf: (name: string): string => `${name} has stopped for good`,
  ended: 'On which day did it stop?',
  endedHint:
    'The last day of the business, such as 31/10/2026. What came in or went out after it can still be recorded.',
  endIt: 'Save the day it stopped',
  endSaved: (name: string, on: string): string => `${name} stopped for good on ${on}`,
  remove: 'Remove',
  removed: (name: string): string => `Removed ${name}`,
  stays: (name: string, why: string): string => `${name} stays. ${why}`,
  carryOn: 'It has not stopped',
  carriedOn: (name: string): string => `${name} goes on`,
  ceased: 'When did it stop for good?',
  ceasedHint: 'Leave this empty while it goes on.',
  basis: 'When does money count?',
  bases: {
    cash: 'When it comes in or goes out (cash basis)',
    traditional: 'When it is earned or owed (traditional accounting)',
  },
  basisIs: { cash: 'Cash basis', traditional: 'Traditional accounting' },
  vat: 'Registered for VAT (then enter every amount without VAT)',
  vatNote: 'Registered for VAT: every amount here is without VAT',
  periods: 'Update periods',
  periodChoices: {
    standard: 'Standard: each ends on the 5th of a month',
    calendar: 'Calendar: each ends with a month',
  },
  periodsFrom: 'From which tax year?',
  periodsHint:
    'Calendar periods suit accounts made up to 31 March. Tell HMRC of them with the software that sends your updates, before the first update for that year.',
  periodsIs: { standard: 'standard update periods', calendar: 'calendar update periods' },
  periodsSince: (periods: string, years: string): string => `${periods} from ${years}`,
  room: 'A room in my own home (Rent a Room Scheme)',
  roomNote: 'a room in your own home',
} as const;

export const sourceChangeProblems = {
  ended: 'Enter the day it stopped, such as 31/10/2026',
  ceased: 'Enter the day it stopped, such as 31/10/2026, or leave it empty',
} as const;
