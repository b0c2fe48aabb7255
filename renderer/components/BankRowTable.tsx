/**
 * Bank rows to be ticked: which day, what the bank wrote, how much?
 */
import type { BankRowShown } from '../../shared/contract/contract.ts';
import { money, shortDay } from '../../shared/wording/format.ts';
import { records, unsorted as words } from '../../shared/wording/records.ts';

interface Ticking<Row extends BankRowShown> {
  readonly label: string;
  /** The name of the box that ticks all of them. */
  readonly all: string;
  readonly rows: readonly Row[];
  /** Said below the text: the account, and what else is to be known. */
  readonly under: (row: Row) => string;
  readonly ticked: ReadonlySet<number>;
  readonly onTicked: (ticked: ReadonlySet<number>) => void;
}

function toggled(ticked: ReadonlySet<number>, row: number): ReadonlySet<number> {
  const others = [...ticked].filter((other) => other !== row);
  return new Set(others.length < ticked.size ? others : [...others, row]);
}

export function BankRowTable<Row extends BankRowShown>({ label, all, rows, under, ticked, onTicked }: Ticking<Row>) {
  const allTicked = rows.every((row) => ticked.has(row.id));
  return (
    <section className="sheet flush scroll tall" tabIndex={0} aria-label={label}>
      <table className="records">
        <thead>
          <tr>
            <th scope="col" className="tick">
              <input
                type="checkbox"
                aria-label={all}
                checked={allTicked}
                onChange={() => onTicked(new Set(allTicked ? [] : rows.map((row) => row.id)))}
              />
            </th>
            <th scope="col">{records.date}</th>
            <th scope="col">{words.text}</th>
            <th scope="col" className="number">
              {words.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={ticked.has(row.id) ? 'ticked' : ''}>
              <td className="tick">
                <input
                  type="checkbox"
                  aria-label={words.select(row.text, shortDay(row.date))}
                  checked={ticked.has(row.id)}
                  onChange={() => onTicked(toggled(ticked, row.id))}
                />
              </td>
              <td className="figure">{shortDay(row.date)}</td>
              <td>
                <span className="record-what">{row.text}</span>
                <span className="small quiet">{under(row)}</span>
              </td>
              <td className="number">{money(row.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
