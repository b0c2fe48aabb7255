/** What stands over the columns of the records, and how are all of them selected at once? */
import { records as words } from '../../shared/wording/records.ts';

interface Heads {
  /** Whether any record is selected. */
  readonly any: boolean;
  readonly onAll: () => void;
  readonly onNone: () => void;
}

export function GridHeads({ any, onAll, onNone }: Heads) {
  return (
    <thead>
      <tr>
        <th scope="col" className="tick">
          <input
            type="checkbox"
            aria-label={any ? words.selectNone : words.selectEvery}
            checked={any}
            onChange={any ? onNone : onAll}
          />
        </th>
        <th scope="col" className="on">
          {words.date}
        </th>
        <th scope="col">{words.what}</th>
        <th scope="col" className="number">
          {words.moneyIn}
        </th>
        <th scope="col" className="number">
          {words.moneyOut}
        </th>
      </tr>
    </thead>
  );
}
