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
  { value: 'gross', label: words.grossColumns },
];
const signs = [
  { value: 'minus', label: words.minusIsOut },
  { value: 'inverted', label: words.minusIsIn },
  { value: 'said', label: words.columnSays },
];
type Way = 'one' | 'two' | 'gross';
const wayOf = ({ amount, net = null }: ColumnMapping): Way =>
  net === null ? (amount === null ? 'two' : 'one') : 'gross';
const signOf = ({ direction = null, inverted = false }: ColumnMapping): string =>
  direction === null ? (inverted ? 'inverted' : 'minus') : 'said';

/** What was said, without what the chosen way does not use. */
function mappingAs(said: ColumnMapping, way: string, sign: string): ColumnMapping {
  const { date, dateOrder, description, amount, moneyIn, moneyOut, balance, direction, gross, fee, net } = said;
  const base = { date, dateOrder, description, amount: null, moneyIn: null, moneyOut: null, balance };
  if (way === 'gross') return { ...base, gross: gross ?? null, fee: fee ?? null, net: net ?? null };
  if (way === 'two') return { ...base, moneyIn, moneyOut };
  const one = { ...base, amount: amount ?? 0 };
  if (sign === 'said') return { ...one, direction: direction ?? 0 };
  return sign === 'inverted' ? { ...one, inverted: true } : one;
}
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
  const [way, setWay] = useState<string>(wayOf(said));
  const [sign, setSign] = useState(signOf(said));
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
    onMapping(mappingAs(said, way, sign));
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
        {way === 'one' ? column('amount', words.amountColumn, said.amount, (amount) => change({ amount })) : null}
        {way === 'two' ? (
          <>
            {column('in', words.inColumn, said.moneyIn, (moneyIn) => change({ moneyIn }), true)}
            {column('out', words.outColumn, said.moneyOut, (moneyOut) => change({ moneyOut }), true)}
          </>
        ) : null}
        {way === 'gross' ? (
          <>
            {column('gross', words.grossColumn, said.gross ?? null, (gross) => change({ gross }), true)}
            {column('fee', words.feeColumn, said.fee ?? null, (fee) => change({ fee }), true)}
            {column('net', words.netColumn, said.net ?? null, (net) => change({ net }), true)}
          </>
        ) : null}
        {column('balance', words.balanceColumn, said.balance, (balance) => change({ balance }), true)}
      </div>
      {way === 'one' ? (
        <Choices id="mapping-sign" legend={words.signs} options={signs} value={sign} onValue={setSign} across />
      ) : null}
      {way === 'one' && sign === 'said' ? (
        <div className="row-of-fields even">
          {column('direction', words.directionColumn, said.direction ?? null, (d) => change({ direction: d }), true)}
        </div>
      ) : null}
      <p>
        <button type="submit">{words.readAgain}</button>
      </p>
    </form>
  );
}
