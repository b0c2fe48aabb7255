/**
 * How does a ticked bank row become the beginning of a rule? With its name and its direction filled in.
 */
import type { BankRowShown } from '../../shared/contract/contract.ts';
import { rulesWords as words } from '../../shared/wording/rules.ts';
import { ask } from '../store.ts';
import { nothingTyped, type RuleTyped } from './ruleTyped.ts';

interface Asked {
  readonly row: BankRowShown | undefined;
  readonly onBegun: (begun: RuleTyped) => void;
}

export function RuleFromRow({ row, onBegun }: Asked) {
  if (row === undefined) return null;
  const begin = async () => {
    const reply = await ask('rules.words', { text: row.text });
    const text = reply.ok ? reply.value.words : row.text;
    onBegun({ ...nothingTyped, text, money: row.amount.startsWith('-') ? 'out' : 'in' });
  };
  return (
    <p className="buttons rule-from">
      <button type="button" onClick={() => void begin()} aria-label={words.fromRowOf(row.text)}>
        {words.fromRow}
      </button>
    </p>
  );
}
