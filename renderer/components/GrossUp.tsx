/**
 * What was it before something was taken off? What was taken off is said, main works out the rest, and it is recorded so.
 */
import { useState } from 'react';
import type { Input } from '../../shared/contract/contract.ts';
import type { GrossShown } from '../../shared/contract/payouts.ts';
import { money } from '../../shared/wording/format.ts';
import { payoutWords as words } from '../../shared/wording/payouts.ts';
import { ask, say, useStore } from '../store.ts';
import { EntryForm } from './EntryForm.tsx';
import { Choices, MoneyField } from './Field.tsx';
import { asFieldProblem, problemOf, type FieldProblem } from './Problems.tsx';

export interface Net {
  readonly record: number;
  readonly source: string;
  readonly letting: string | null;
  readonly amount: string;
  readonly description: string;
  readonly kind: Kind;
}
type Kind = 'sale' | 'rent' | 'labour';
interface Asked {
  readonly net: Net;
  readonly titled?: boolean;
  readonly onDone: () => void;
}
const kindsOf = { trade: ['sale', 'labour'], property: ['rent', 'sale'] } as const;
const named = (kinds: readonly Kind[]) => kinds.map((value) => ({ value, label: words.kinds[value] }));
const kindOptions = { trade: named(kindsOf.trade), property: named(kindsOf.property) };
const rates = [
  { value: '20', label: words.rates['20'] },
  { value: '30', label: words.rates['30'] },
];
const nothing = { fee: '', repairs: '', materials: '', percent: '20' };
type Typed = typeof nothing;

/** What main is asked. */
function asked(net: Net, kind: Kind, { fee, repairs, materials, percent }: Typed): Input<'payouts.workOut'> {
  const of = { source: net.source, net: net.amount };
  if (kind === 'sale') return { ...of, kind, fee };
  return kind === 'rent'
    ? { ...of, kind, fee, repairs }
    : { ...of, kind, materials, percent: percent === '30' ? 30 : 20 };
}

export function GrossUp({ net, titled = false, onDone }: Asked) {
  const isTrade = useStore((s) => s.sources.find(({ id }) => id === net.source)?.kind === 'self-employment');
  const kinds = kindsOf[isTrade ? 'trade' : 'property'];
  const [kind, setKind] = useState<Kind>(kinds.find((k) => k === net.kind) ?? kinds[0]);
  const [typed, setTyped] = useState(nothing);
  const [gross, setGross] = useState<GrossShown>();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const workOut = async () => {
    const reply = await ask('payouts.workOut', asked(net, kind, typed));
    if (!reply.ok) return setProblems([asFieldProblem(reply.problem, 'gross-')]);
    setProblems([]);
    return setGross(reply.value);
  };
  const record = async ({ parts }: GrossShown) => {
    const { source, letting, description } = net;
    const split = parts.map(({ category, amount }) => ({ source, letting, category, amount, description }));
    const reply = await ask('records.split', { id: net.record, parts: split });
    if (!reply.ok) return setProblems([asFieldProblem({ ...reply.problem, path: '' })]);
    say(words.restored, 1);
    return onDone();
  };
  const field = (name: keyof Typed) => ({
    id: `gross-${name}`,
    value: typed[name],
    onValue: (value: string) => {
      setTyped((before) => ({ ...before, [name]: value }));
      setGross(undefined);
    },
    problem: problemOf(problems, `gross-${name}`),
  });
  return (
    <EntryForm
      label={words.form(net.description)}
      titled={titled}
      button={gross === undefined ? words.workOut : words.confirm}
      problems={problems}
      onSubmit={() => void (gross === undefined ? workOut() : record(gross))}
      onStop={onDone}
    >
      <p>{words.arrivedWas(money(net.amount))}</p>
      <Choices
        id="gross-kind"
        legend={words.kind}
        options={kindOptions[isTrade ? 'trade' : 'property']}
        value={kind}
        onValue={(value) => {
          setKind(kinds.find((k) => k === value) ?? kind);
          setGross(undefined);
        }}
        across
      />
      {kind === 'labour' ? (
        <>
          <Choices {...field('percent')} legend={words.rate} options={rates} across />
          <MoneyField {...field('materials')} label={words.materials} hint={words.materialsHint} width="w-money" />
        </>
      ) : (
        <MoneyField {...field('fee')} label={words.fee} hint={words.feeHint} width="w-money" />
      )}
      {kind === 'rent' ? <MoneyField {...field('repairs')} label={words.repairs} width="w-money" /> : null}
      <div className="effect-of" role="status">
        {gross === undefined ? null : <Worked gross={gross} />}
      </div>
    </EntryForm>
  );
}

function Worked({ gross }: { readonly gross: GrossShown }) {
  return (
    <>
      <p className="figure worked">{gross.working}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.category}</th>
            <th scope="col" className="number">
              {words.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {gross.parts.map((part) => (
            <tr key={part.category}>
              <td>{part.categoryName}</td>
              <td className="number">{money(part.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{words.check}</p>
    </>
  );
}
