/**
 * What are the rooms called, and what stands on every page?
 */
export const roomNames = {
  overview: 'Overview',
  records: 'Records',
  import: 'Import',
  about: 'About you',
  sources: 'Sources',
  dates: 'Dates',
  todo: 'What to do',
  summary: 'Year summary',
  settings: 'Settings',
} as const;

export type Room = keyof typeof roomNames;

export const rooms = Object.keys(roomNames) as readonly Room[];

export const everywhere = {
  app: 'Quarterday',
  ownBooks: 'Your books',
  exampleBooks: 'Example books',
  skip: 'Skip to the page',
  roomsLabel: 'Rooms',
  opening: 'Opening your books',
  notHmrc: 'Quarterday is not HMRC and gives no advice. It sends nothing to HMRC by itself.',
  rulesChecked: (rules: string, on: string): string => `Rules: ${rules}, checked on ${on}.`,
  version: (version: string): string => `Version ${version}`,
  exampleBanner: (which: string, on: string): string =>
    `Example books (${which}), seen on ${on}. Nothing here is yours.`,
  startYours: 'Start your books',
  backToYours: 'Back to your books',
  problemTitle: 'There is a problem',
  dropHere: 'Let go to import this file',
  unreachable: 'Quarterday is not answering. Start it again, and open the new address it gives you.',
  notLetIn: 'This window has lost its way in. Start Quarterday again, and open the new address it gives you.',
  undo: 'Undo',
  close: 'Close',
  justDone: 'Just done',
  undone: (what: string): string => `Undone: ${what}`,
  redone: (what: string): string => `Done again: ${what}`,
  newTab: '(opens in your browser)',
} as const;

const ruleNames: Readonly<Record<string, string>> = {
  '2026-regulations': 'regulations of 2026',
  '2021-published': 'rules as published in 2021',
};

/** A rule set by name: `2026-regulations` is `regulations of 2026`. */
export const rulesName = (id: string): string => ruleNames[id] ?? id;
