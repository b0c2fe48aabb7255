/**
 * How does a form open in the middle of a room? It takes the focus, says what must be mended, and is saved or left.
 */
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { sources as words } from '../../shared/wording/records.ts';
import { ProblemSummary, type FieldProblem } from './Problems.tsx';

interface Shown {
  readonly label: string;
  /** A sheet of its own, under its label as a heading. */
  readonly titled?: boolean;
  readonly button: string;
  readonly problems: readonly FieldProblem[];
  readonly onSubmit: () => void;
  readonly onStop: () => void;
  readonly children: ReactNode;
}

export function EntryForm({ label, titled = false, button, problems, onSubmit, onStop, children }: Shown) {
  const title = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  return (
    <form
      ref={form}
      className={titled ? 'sheet form' : 'form inner'}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      aria-label={titled ? undefined : label}
      aria-labelledby={titled ? title : undefined}
    >
      {titled ? <h2 id={title}>{label}</h2> : null}
      <ProblemSummary problems={problems} />
      {children}
      <p className="buttons">
        <button type="submit" className="main">
          {button}
        </button>
        <button type="button" onClick={onStop}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}
