/** What is said before something is removed for good, and after? */
import { count } from './format.ts';

interface Counts {
  readonly rows: number;
  readonly records: number;
  readonly files: number;
}

const counted = ({ rows, records, files }: Counts): string => {
  const named = [count(rows, 'bank row'), count(records, 'record'), count(files, 'file')];
  const there = [rows, records, files].flatMap((n, i) => (n === 0 ? [] : (named[i] ?? [])));
  return there.length === 0 ? 'an imported file' : there.join(', ');
};

/** What goes, and what goes along with it. */
function whatGoes(goes: Counts): string {
  const along =
    goes.rows + goes.records === 0
      ? 'It goes from every record that has it.'
      : 'Records count in every version, and everything made of the same bank row or typed record goes together.';
  return `${counted(goes)}. ${along}`;
}

/** Of the window. */
export const removingForGood = {
  of: (what: string): string => `Remove ${what} for good`,
  button: 'Remove for good',
  buttonOf: (what: string): string => `Remove for good: ${what}`,
  looking: 'Looking what would go',
  goes: 'What goes',
  goesText: whatGoes,
  stays: 'What stays',
  noCopies: 'No copy of your books has it.',
  copies: 'These copies of your books have it too, and keep it until you delete them:',
  elsewhere: 'Files you saved, and copies you took away, stay as they are.',
  know: 'I know that nothing brings it back.',
  tick: 'Tick the sentence to go on',
  go: 'Remove it for good',
  keep: 'Keep it',
} as const;

export const forGoodWords = {
  would: (goes: Counts): string => `This would go for good: ${whatGoes(goes)}`,
  copies: (names: readonly string[]): string =>
    names.length === 0
      ? 'No copy beside these books or among their backups has it. Copies kept elsewhere are not looked into.'
      : `These copies have it too, and keep it until you delete them: ${names.join(', ')}.`,
  confirm: 'It cannot be undone. Add --confirm to remove it.',
  gone: (goes: Counts): string => `Removed for good: ${counted(goes)}.`,
  unswept:
    'Another program was reading, so the file still holds bytes of it. Close the other one and open the books again.',
  chooseOne: 'Give one of --import, --record and --attachment.',
  onlyForGood: '--confirm goes with --for-good.',
} as const;
