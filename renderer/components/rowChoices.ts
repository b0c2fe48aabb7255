/**
 * What can a bank row be? A category of a source or of one of its properties, not business, or between own accounts.
 */
import { records, unsorted as words } from '../../shared/wording/records.ts';
import { useStore } from '../store.ts';
import type { OptionGroup } from './Field.tsx';

export const setAsideOptions = [
  { value: '', label: records.choose },
  { value: 'not-business', label: words.notBusiness },
  { value: 'between-my-accounts', label: words.between },
] as const;

export interface CategoryMeant {
  readonly source: string;
  readonly letting: string | null;
  readonly category: string;
}

/** A choice as the contract has it: `plumbing||turnover` is a category of a source. */
export function meantBy(choice: string): 'not-business' | 'between-my-accounts' | CategoryMeant | undefined {
  if (choice === 'not-business' || choice === 'between-my-accounts') return choice;
  const [source = '', letting = '', category = ''] = choice.split('|');
  return category === '' ? undefined : { source, letting: letting === '' ? null : letting, category };
}

export const choiceOf = ({ source, letting, category }: CategoryMeant): string =>
  [source, letting ?? '', category].join('|');

/** The categories of each source, and of each property where a source has several. */
export function useSourceGroups(): readonly OptionGroup[] {
  const sources = useStore((known) => known.sources);
  return sources.flatMap((source) => {
    const places = source.lettings.length === 0 ? [{ id: '', name: '' }] : source.lettings;
    return places.map((place) => ({
      label: place.name === '' || place.name === source.name ? source.name : `${source.name}: ${place.name}`,
      options: source.categories.map((c) => ({ value: `${source.id}|${place.id}|${c.id}`, label: c.name })),
    }));
  });
}
