/**
 * Which column is which? For a file no bank's layout fits, or one that was read the wrong way.
 */
import { useState, type SyntheticEvent } from 'react';
import type { ColumnMapping, MappingColumn } from '../../shared/contract/contract.ts';
import { importing as words } from '../../shared/wording/importing.ts';
import { Choices, SelectField, type Option } from './Field.tsx';

interface Asked {
  readonly columns: readonly MappingColumn[];
  readonly mapping: ColumnMapping | null;
  readonly onMapping: (mapping: ColumnMapping) => void;
}

const orders = ['day-first', 'month-first', 'year-first'] as const;
const orderOptions = orders.map((value) => ({ value, label: words.dateOrders[value] }));
const ways = [
  { value: 'one', label: words.oneColumn },
  { value: 'two', label: words.twoColumns },
];
const orNone = (named: readonly Option[]): readonly Option[] => [{ value: '', label: words.noColumn }, ...named];
const guess: ColumnMapping = {
  date: 0,
  dateOrder: 'day-first',
  description: 1,
  amount: 2,
  moneyIn: null,
  moneyOut: null,
  balance: null,
};

export function MappingForm({ columns, mapping, onMapping }: Asked) {
  const [said, setSaid] = useState<ColumnMapping>(mapping ?? guess);
  const [way, setWay] = useState(said.amount === null ? 'two' : 'one');
  const change = (part: Partial<ColumnMapping>) => setSaid((before) => ({ ...before, ...part }));
  const named = columns.map((c) => ({
    value: String(c.index),
    label: words.columnWith(words.column(c.index + 1, c.header), c.examples[0] ?? ''),
  }));
  const column = (
    id: string,
    label: string,
    value: number | null,
    onColumn: (index: number | null) => void,
    none = false,
  ) => (
    <SelectField
      id={`mapping-${id}`}
      label={label}
      options={none ? orNone(named) : named}
      value={value === null ? '' : String(value)}
      onValue={(chosen) => onColumn(chosen === '' ? null : Number(chosen))}
    />
  );
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onMapping(
      way === 'one' ? { ...said, amount: said.amount ?? 0, moneyIn: null, moneyOut: null } : { ...said, amount: null },
    );
  };
  return (
    <form className="sheet form" onSubmit={submit}>
      <div className="row-of-fields even">
        {column('date', words.dateColumn, said.date, (date) => change({ date: date ?? 0 }))}
        <SelectField
          id="mapping-order"
          label={words.dateOrder}
          options={orderOptions}
          value={said.dateOrder}
          onValue={(value) => change({ dateOrder: orders.find((o) => o === value) ?? said.dateOrder })}
        />
        {column('description', words.descriptionColumn, said.description, (d) => change({ description: d ?? 0 }))}
      </div>
      <Choices id="mapping-way" legend={words.amountsAs} options={ways} value={way} onValue={setWay} across />
      <div className="row-of-fields even">
        {way === 'one' ? (
          column('amount', words.amountColumn, said.amount, (amount) => change({ amount }))
        ) : (
          <>
            {column('in', words.inColumn, said.moneyIn, (moneyIn) => change({ moneyIn }), true)}
            {column('out', words.outColumn, said.moneyOut, (moneyOut) => change({ moneyOut }), true)}
          </>
        )}
        {column('balance', words.balanceColumn, said.balance, (balance) => change({ balance }), true)}
      </div>
      <p>
        <button type="submit">{words.readAgain}</button>
      </p>
    </form>
  );
}
