/**
 * What is said when something told comes to an end, or was told by mistake?
 */
export const takingBack = {
  remove: 'Remove',
  removed: (what: string): string => `Removed: ${what}`,
  removeReturn: 'Remove what I told of this return',
  end: 'It has ended',
  endOf: (what: string): string => `When did this end: ${what}?`,
  ended: 'Until when was it so?',
  endedHint: 'The last day, such as 30/9/2026',
  save: 'Save the last day',
  saved: 'Saved the last day',
  goesOn: 'It goes on',
  carriesOn: 'It goes on as before',
  sentAndPaid: 'Sent and paid',
  sentAndPaidHint: 'What was told of returns sent and payments made.',
  filed: (what: string, years: string, on: string | null): string =>
    on === null ? `${what} for ${years}, not sent yet` : `${what} for ${years}, sent on ${on}`,
  paid: (amount: string, due: string, on: string | null): string =>
    on === null ? `${amount} due on ${due}, not paid yet` : `${amount} due on ${due}, paid on ${on}`,
} as const;

export const takingBackProblems = {
  ended: 'Enter the last day on which it was so, such as 30/9/2026',
} as const;
