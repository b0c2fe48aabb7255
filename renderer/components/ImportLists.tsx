/**
 * Which rows of a file are refused, left out, or held as a question, and why?
 */
import type { ReactNode } from 'react';
import type { ImportRefusal } from '../../shared/contract/contract.ts';
import type { ImportHeld, ImportLeftOut } from '../../shared/contract/imports.ts';
import { money, shortDay } from '../../shared/wording/format.ts';
import { importing as words } from '../../shared/wording/importing.ts';
import { heldWords } from '../../shared/wording/importReport.ts';

interface Listed<T> {
  readonly title: string;
  readonly lead?: string;
  readonly heads: readonly string[];
  readonly rows: readonly T[];
  readonly cells: (row: T) => readonly ReactNode[];
}

/** A table whose first column is the line. */
function Listed<T extends { readonly line: number; readonly field?: string }>({
  title,
  lead,
  heads,
  rows,
  cells,
}: Listed<T>) {
  if (rows.length === 0) return null;
  return (
    <div className="section">
      <h2>{title}</h2>
      {lead === undefined ? null : <p className="lead">{lead}</p>}
      <section className="sheet flush scroll" tabIndex={0} aria-label={title}>
        <table>
          <thead>
            <tr>
              {heads.map((head, i) => (
                <th key={head} scope="col" className={i === 0 ? 'number line' : ''}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.line} ${row.field ?? ''}`}>
                {cells(row).map((cell, i) => (
                  <td key={heads[i]} className={i === 0 ? 'number' : ''}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

const refusedHeads = [words.line, words.field, words.why];
const heldHeads = [words.line, words.date, words.text, words.amount, words.why];
const leftOutHeads = [words.line, words.why];

export function Refused({ refused }: { readonly refused: readonly ImportRefusal[] }) {
  const cells = ({ line, field, message }: ImportRefusal) => [line, field, message];
  return <Listed title={words.refusedTitle} heads={refusedHeads} rows={refused} cells={cells} />;
}

export function Held({ rows }: { readonly rows: readonly ImportHeld[] }) {
  const cells = ({ line, date, text, amount, message }: ImportHeld) => [
    line,
    <span key="date" className="figure">
      {shortDay(date)}
    </span>,
    text,
    <span key="amount" className="figure">
      {money(amount)}
    </span>,
    message,
  ];
  return <Listed title={words.heldTitle} lead={heldWords.answerLater} heads={heldHeads} rows={rows} cells={cells} />;
}

export function LeftOut({ rows }: { readonly rows: readonly ImportLeftOut[] }) {
  const cells = ({ line, message }: ImportLeftOut) => [line, message];
  return <Listed title={words.leftOutTitle} heads={leftOutHeads} rows={rows} cells={cells} />;
}
