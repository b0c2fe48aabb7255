/**
 * Which boxes of the return are copied, and what stood in them? Each beside a picture of it.
 */
import type { SourceShown } from '../../shared/contract/contract.ts';
import { aboutYou as words, returnPages } from '../../shared/wording/aboutYou.ts';
import { BoxPicture } from './BoxPicture.tsx';
import { MoneyField, SelectField } from './Field.tsx';
import { problemOf, type FieldProblem } from './Problems.tsx';
import { boxesOf, boxKey, pageOf, type AskedBox, type TypedAmounts, type TypedTold } from './returnForm.ts';

const pageOptions = (['SA103F', 'SA103S'] as const).map((value) => ({ value, label: returnPages[value].short }));

interface Asked {
  readonly id: string;
  readonly having: readonly SourceShown[];
  readonly typed: TypedTold;
  readonly amounts: TypedAmounts;
  readonly problems: readonly FieldProblem[];
  /** Absent where the pages are chosen elsewhere. */
  readonly onPages?: (pages: TypedTold['pages']) => void;
  readonly onAmounts: (amounts: TypedAmounts) => void;
}

export function ReturnBoxes({ id, having, typed, amounts, problems, onPages, onAmounts }: Asked) {
  const boxes = having.flatMap((s) => boxesOf(s, typed));
  return having.map((source) => (
    <div key={source.id} className="return-boxes">
      {source.kind === 'self-employment' && onPages !== undefined ? (
        <SelectField
          id={`${id}-pages-${source.id}`}
          label={words.which(source.name)}
          width="w-name"
          options={pageOptions}
          value={pageOf(typed, source.id)}
          onValue={(value) => onPages({ ...typed.pages, [source.id]: value === 'SA103S' ? 'SA103S' : 'SA103F' })}
        />
      ) : null}
      {boxesOf(source, typed).map((asked) => (
        <OneBox
          key={boxKey(asked)}
          id={`${id}-amounts-${indexOf(boxes, asked)}-amount`}
          asked={asked}
          amounts={amounts}
          problems={problems}
          onAmounts={onAmounts}
        />
      ))}
    </div>
  ));
}

const indexOf = (boxes: readonly AskedBox[], asked: AskedBox): number =>
  boxes.findIndex((b) => boxKey(b) === boxKey(asked));

function OneBox({
  id,
  asked,
  amounts,
  problems,
  onAmounts,
}: Pick<Asked, 'id' | 'amounts' | 'problems' | 'onAmounts'> & { readonly asked: AskedBox }) {
  const key = boxKey(asked);
  return (
    <div className="one-box">
      <MoneyField
        id={id}
        label={words.box(asked.box, asked.name)}
        width="w-money"
        value={amounts[key] ?? ''}
        onValue={(value) => onAmounts({ ...amounts, [key]: value })}
        problem={problemOf(problems, id)}
      />
      <BoxPicture page={asked.form} box={asked.box} />
    </div>
  );
}
