/**
 * How is one thing asked for? A label, a hint, what is wrong with it, and the box.
 */
import type { ReactNode } from 'react';
import { Wrong } from './Problems.tsx';

interface Asked {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** The width the answer needs: a class of forms.css. */
  readonly width?: string;
  /** The class of the whole field, where it sits in a row. */
  readonly place?: string;
}

const describedBy = ({ id, hint, problem }: Asked): string | undefined =>
  [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-wrong`].join(' ').trim() || undefined;

function Around({ asked, children }: { readonly asked: Asked; readonly children: ReactNode }) {
  const { id, label, hint, problem, place = '' } = asked;
  return (
    <div className={`field ${place} ${problem === undefined ? '' : 'is-wrong'}`}>
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <Wrong id={id} message={problem} />
      {children}
    </div>
  );
}

function Box({
  asked,
  inputMode,
  secret = false,
}: {
  readonly asked: Asked;
  readonly inputMode?: 'decimal';
  readonly secret?: boolean;
}) {
  return (
    <input
      type={secret ? 'password' : 'text'}
      id={asked.id}
      className={asked.width ?? ''}
      value={asked.value}
      autoComplete={secret ? 'new-password' : 'off'}
      inputMode={inputMode}
      aria-describedby={describedBy(asked)}
      aria-invalid={asked.problem === undefined ? undefined : true}
      onChange={(event) => asked.onValue(event.target.value)}
    />
  );
}

export function TextField(asked: Asked) {
  return (
    <Around asked={asked}>
      <Box asked={asked} />
    </Around>
  );
}

/** What nobody looking on should read. */
export function SecretField(asked: Asked) {
  return (
    <Around asked={asked}>
      <Box asked={asked} secret />
    </Around>
  );
}

/** Money: a text field with the pound sign outside it. */
export function MoneyField(asked: Asked) {
  return (
    <Around asked={asked}>
      <span className={`money-box ${asked.width ?? ''}`}>
        <span aria-hidden="true">£</span>
        <Box asked={{ ...asked, width: '' }} inputMode="decimal" />
      </span>
    </Around>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}
/** Choices made of things with an id and a name, after the first one if there is one. */
export const namedOptions = (things: readonly { id: string; name: string }[], first?: Option): readonly Option[] => [
  ...(first === undefined ? [] : [first]),
  ...things.map(({ id, name }) => ({ value: id, label: name })),
];

export interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

const noGroups: readonly OptionGroup[] = [];

interface Selected extends Asked {
  readonly options: readonly Option[];
  readonly groups?: readonly OptionGroup[];
}

export function SelectField({ options, groups = noGroups, ...asked }: Selected) {
  return (
    <Around asked={asked}>
      <select
        id={asked.id}
        className={asked.width ?? ''}
        value={asked.value}
        aria-describedby={describedBy(asked)}
        aria-invalid={asked.problem === undefined ? undefined : true}
        onChange={(event) => asked.onValue(event.target.value)}
      >
        <Options options={options} />
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            <Options options={group.options} />
          </optgroup>
        ))}
      </select>
    </Around>
  );
}

function Options({ options }: { readonly options: readonly Option[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

interface Chosen {
  readonly id: string;
  readonly legend: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly problem?: string | undefined;
  readonly across?: boolean;
  readonly unseenLegend?: boolean;
}

/** One of a few. The first has the id itself, so that a problem's link lands on it. */
export function Choices({
  id,
  legend,
  options,
  value,
  onValue,
  problem,
  across = false,
  unseenLegend = false,
}: Chosen) {
  return (
    <fieldset
      className={`choices ${across ? 'across' : ''} ${problem === undefined ? '' : 'is-wrong'}`}
      aria-describedby={problem === undefined ? undefined : `${id}-wrong`}
    >
      <legend className={unseenLegend ? 'unseen' : ''}>{legend}</legend>
      <Wrong id={id} message={problem} />
      {options.map((option, n) => (
        <label key={option.value}>
          <input
            type="radio"
            name={id}
            id={n === 0 ? id : `${id}-${option.value}`}
            value={option.value}
            checked={option.value === value}
            onChange={() => onValue(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
