/**
 * What do the settings say?
 */
export const settingsWords = {
  title: 'Settings',
  appearance: 'Appearance',
  appearances: { system: 'As the system', light: 'Light', dark: 'Dark' },
  appearanceHint: 'Kept on this computer, not in your books.',
  rules: 'Rules in use',
  rulesAre: (rules: string): string => `Quarterday works by the ${rules}.`,
  checked: (on: string): string => `They were last checked against the law and GOV.UK on ${on}.`,
  keys: 'Keys',
  books: 'Books',
  example: 'Look around in example books. They are invented, and kept apart from yours:',
  inExample: 'These are example books. There are others to look around in:',
  checking: 'Your books are being checked.',
  copied: (on: string): string => `They were last copied on ${on}.`,
  neverCopied: 'They have not been copied yet.',
  about: 'About Quarterday',
  notHmrc:
    'Quarterday is not HMRC software and gives no advice. It sends nothing to HMRC, and nothing to anybody else.',
  version: (version: string): string => `Version ${version}.`,
} as const;
