/**
 * Was this sent, or paid, and when? Said beside its day; what is said again takes the place of what was said before.
 */
import { useState } from 'react';
import type { Input } from '../../shared/contract/contract.ts';
import type { Obligation } from '../../shared/rules/answers.ts';
import { isPayment, obligationName, telling as words } from '../../shared/wording/dates.ts';
import { taxYear } from '../../shared/wording/format.ts';
import { AboutForm } from './AboutForm.tsx';
import { MoneyField, TextField } from './Field.tsx';
import { problemOf } from './Problems.tsx';

interface Asked {
  readonly together: readonly [Obligation, ...Obligation[]];
  readonly asAt: string;
}

export function TellDone({ together, asAt }: Asked) {
  const [first] = together;
  const [on, setOn] = useState('');
  const [amount, setAmount] = useState('');
  const paying = isPayment(first.kind);
  const id = `done-${first.kind}-${first.taxYear}-${first.quarter ?? 0}-${first.dueOn}-${first.from}`;
  const at = paying ? 'paid' : 'sent';
  return (
    <details className="aside">
      <summary className="small">{paying ? words.paid : words.sent}</summary>
      <AboutForm
        id={id}
        title={`${obligationName(first)}, ${taxYear(first.taxYear)}`}
        button={words.save}
        entry={entryOf(together, on, amount)}
      >
        {(problems) => (
          <>
            {paying ? (
              <MoneyField
                id={`${id}-amount`}
                label={words.owed}
                hint={words.owedHint}
                width="w-money"
                value={amount}
                onValue={setAmount}
                problem={problemOf(problems, `${id}-amount`)}
              />
            ) : null}
            <TextField
              id={`${id}-${at}`}
              label={paying ? words.whenPaid : words.whenSent}
              hint={first.dueOn < asAt ? words.unlessPast : words.dayHint}
              width="w-date"
              value={on}
              onValue={setOn}
              problem={problemOf(problems, `${id}-${at}`)}
            />
          </>
        )}
      </AboutForm>
    </details>
  );
}

function entryOf([first, ...others]: Asked['together'], on: string, amount: string): Input<'told.save'> {
  const { kind, taxYear: year, quarter, dueOn: due } = first;
  if (kind === 'payment-on-account' || kind === 'balancing-payment')
    return { about: 'payment', taxYear: year, due, amount, paid: on };
  const sources = [first, ...others].map((o) => o.source);
  return { about: 'filing', kind, taxYear: year, quarter, sources, due, sent: on };
}
