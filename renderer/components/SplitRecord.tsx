/**
 * How does one record become several, such as the rent, the agent's fee and the repair behind one payment?
 *
 * The parts add up to it exactly, money in less money out; main says so when they do not.
 */
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import type { RecordShown, SourceShown } from '../../shared/contract/contract.ts';
import { money } from '../../shared/wording/format.ts';
import { payoutWords } from '../../shared/wording/payouts.ts';
import { records as words } from '../../shared/wording/records.ts';
import { ask, say, useStore } from '../store.ts';
import { MoneyField, SelectField, TextField } from './Field.tsx';
import { GrossUp, type Net } from './GrossUp.tsx';
import { asFieldProblem, problemOf, ProblemSummary, type FieldProblem } from './Problems.tsx';
import { categoryGroups } from './recordFields.ts';

interface Part {
  readonly key: number;
  readonly category: string;
  readonly amount: string;
  readonly description: string;
}
interface Asked {
  readonly record: RecordShown;
  readonly onDone: () => void;
}
const choose = [{ value: '', label: words.choose }];

export function SplitRecord({ record, onDone }: Asked) {
  const source = useStore((known) => known.sources.find((s) => s.id === record.source));
  const { category, amount, description } = record;
  const [parts, setParts] = useState<readonly Part[]>([
    { key: 0, category, amount, description },
    { key: 1, category: '', amount: '', description },
  ]);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const [deducted, setDeducted] = useState(false);
  useEffect(() => form.current?.querySelector('select')?.focus(), []);
  const what = record.description === '' ? record.categoryName : record.description;
  const split = async (event: SyntheticEvent) => {
    event.preventDefault();
    const reply = await ask('records.split', {
      id: record.id,
      parts: parts.map((p) => ({
        source: record.source,
        letting: record.letting,
        category: p.category,
        amount: p.amount,
        description: p.description,
      })),
    });
    if (!reply.ok) return setProblems([asFieldProblem(reply.problem, 'split-')]);
    say(words.splitDone(reply.value.done.ids.length), 1);
    return onDone();
  };
  const field = (part: Part, n: number, name: 'category' | 'amount' | 'description') => ({
    id: `split-parts-${n}-${name}`,
    value: part[name],
    onValue: (value: string) => setParts(parts.map((p) => (p === part ? { ...p, [name]: value } : p))),
    problem: problemOf(problems, `split-parts-${n}-${name}`),
  });
  if (deducted) return <GrossUp net={netOf(record, source)} onDone={onDone} />;
  return (
    <form ref={form} noValidate aria-label={words.splitting(what)} onSubmit={(event) => void split(event)}>
      <ProblemSummary problems={problems} />
      <p id="split-parts">{words.splitHint(money(record.amount))}</p>
      {parts.map((part, n) => (
        <fieldset key={part.key}>
          <legend className="unseen">{words.part(n + 1)}</legend>
          <div className="add-fields">
            <SelectField
              {...field(part, n, 'category')}
              label={words.category}
              options={choose}
              groups={categoryGroups(source)}
            />
            <MoneyField {...field(part, n, 'amount')} label={words.amount} />
            <TextField {...field(part, n, 'description')} label={words.what} />
          </div>
        </fieldset>
      ))}
      <p className="buttons">
        <button
          type="button"
          onClick={() => setParts([...parts, { key: parts.length, category: '', amount: '', description }])}
        >
          {words.addPart}
        </button>
        <button type="submit" className="main">
          {words.split}
        </button>
        {record.direction === 'income' && !record.amount.startsWith('-') ? (
          <button type="button" onClick={() => setDeducted(true)}>
            {payoutWords.inSplit}
          </button>
        ) : null}
        <button type="button" onClick={onDone}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}

/** The record as it arrived; what was taken off is guessed from what the source is, and chosen in the form. */
const netOf = ({ id, source, letting, amount, description }: RecordShown, of: SourceShown | undefined): Net => ({
  record: id,
  source,
  letting,
  amount,
  description,
  kind: of?.kind === 'self-employment' ? 'sale' : 'rent',
});
