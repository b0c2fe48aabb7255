/**
 * What does a form say when something in it must be mended?
 *
 * A summary takes focus and links to each field; the field says the same words itself.
 */
import { useEffect, useRef, type MouseEvent } from 'react';
import type { WordedProblem } from '../../shared/contract/contract.ts';
import { everywhere } from '../../shared/wording/rooms.ts';
import { Icon } from './Icon.tsx';

export interface FieldProblem {
  /** The id of the field on the page; '' where the problem is with the whole. */
  readonly id: string;
  readonly message: string;
}

/** The id of the field at a path of the contract: `sources[0].started` is `sources-0-started`. */
export const fieldId = (path: string): string => path.replaceAll(/[[\].]+/g, '-').replace(/-$/, '');

/** A problem main named, as one of this form's. `prefix` keeps two forms on a page apart. */
export const asFieldProblem = (problem: WordedProblem, prefix = ''): FieldProblem => ({
  id: problem.path === '' ? '' : prefix + fieldId(problem.path),
  message: problem.message,
});

/** What is wrong with one field, if anything. */
export const problemOf = (problems: readonly FieldProblem[], id: string): string | undefined =>
  problems.find((p) => p.id === id)?.message;

function focusField(event: MouseEvent, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}

export function ProblemSummary({ problems }: { readonly problems: readonly FieldProblem[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div className="problem-summary" ref={box} tabIndex={-1} role="alert">
      <h2>{everywhere.problemTitle}</h2>
      <ul>
        {problems.map(({ id, message }) => (
          <li key={`${id} ${message}`}>
            {id === '' ? (
              message
            ) : (
              <a href={`#${id}`} onClick={(event) => focusField(event, id)}>
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Wrong({ id, message }: { readonly id: string; readonly message: string | undefined }) {
  if (message === undefined) return null;
  return (
    <span className="wrong" id={`${id}-wrong`}>
      <Icon name="wrong" size={18} />
      {message}
    </span>
  );
}
