/**
 * Which categories can a record of a source have? Grouped by whether money comes in or goes out.
 */
import type { SourceShown } from '../../shared/contract/contract.ts';
import { records as words } from '../../shared/wording/records.ts';
import type { OptionGroup } from './Field.tsx';

const directions = ['income', 'expense', 'tax'] as const;

export const categoryGroups = (source: SourceShown | undefined): readonly OptionGroup[] =>
  directions.flatMap((direction) => {
    const options = (source?.categories ?? [])
      .filter((c) => c.direction === direction)
      .map((c) => ({ value: c.id, label: c.name }));
    return options.length === 0 ? [] : [{ label: words[direction], options }];
  });
