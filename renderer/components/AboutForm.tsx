/**
 * How is one answer of About you given? A sheet of its own, with its own button, and it says when it is kept.
 */
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { Input } from '../../shared/contract/contract.ts';
import { aboutYou as words } from '../../shared/wording/aboutYou.ts';
import { ask } from '../store.ts';
import { asFieldProblem, ProblemSummary, type FieldProblem } from './Problems.tsx';

interface Asked {
  readonly id: string;
  readonly title: string;
  readonly button: string;
  /** Undefined while something is missing. */
  readonly entry: Input<'told.save'> | undefined;
  /** What to say while it is missing, and at which field. */
  readonly unsaid?: string;
  readonly unsaidAt?: string;
  readonly onSaved?: () => void;
  /** What else can be done with this answer. */
  readonly beside?: ReactNode;
  readonly children: (problems: readonly FieldProblem[]) => ReactNode;
}

export function AboutForm({ id, title, button, entry, unsaid = '', unsaidAt = '', onSaved, beside, children }: Asked) {
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [saved, setSaved] = useState(false);
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    setSaved(false);
    setProblems(entry === undefined ? [{ id: unsaidAt, message: unsaid }] : []);
    if (entry === undefined) return;
    const reply = await ask('told.save', entry);
    if (!reply.ok) return setProblems([asFieldProblem(reply.problem, `${id}-`)]);
    setSaved(true);
    return onSaved?.();
  };
  return (
    <form
      className="sheet form about-form"
      noValidate
      onSubmit={(event) => void save(event)}
      aria-labelledby={`${id}-title`}
    >
      <h3 id={`${id}-title`}>{title}</h3>
      <ProblemSummary problems={problems} />
      {children(problems)}
      <p className="buttons">
        <button type="submit">{button}</button>
        {beside}
        <span className="status" role="status">
          {saved ? words.saved : ''}
        </span>
      </p>
    </form>
  );
}
