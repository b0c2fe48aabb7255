/**
 * Which rows does a rule fit? Words of the bank's text, account, direction and amount.
 */
import { namedOptions, MoneyField, SelectField, TextField } from './Field.tsx';
import { rulesWords as words } from '../../shared/wording/rules.ts';
import type { RuleTyped } from './ruleTyped.ts';

interface Asked {
  readonly typed: RuleTyped;
  readonly accounts: readonly string[];
  readonly onTyped: (more: Partial<RuleTyped>) => void;
  readonly problem: (id: string) => string | undefined;
}
const directions = [
  { value: '', label: words.anyMoney },
  { value: 'in', label: words.moneyIn },
  { value: 'out', label: words.moneyOut },
];
const anyAccount = { value: '', label: words.anyAccount };

export function RuleFits({ typed, accounts, onTyped, problem }: Asked) {
  const field = (name: 'text' | 'account' | 'money' | 'least' | 'most') => ({
    id: `rule-${name}`,
    value: typed[name],
    onValue: (value: string) => onTyped({ [name]: value }),
    problem: problem(`rule-${name}`),
  });
  const named = [...new Set([...accounts, ...(typed.account === '' ? [] : [typed.account])])];
  return (
    <fieldset className="rule-part">
      <legend>{words.fits}</legend>
      <TextField {...field('text')} label={words.text} hint={words.textHint} />
      <div className="choices">
        <label>
          <input
            type="checkbox"
            checked={typed.wholeWord}
            onChange={(event) => onTyped({ wholeWord: event.target.checked })}
          />
          {words.wholeWord}
        </label>
      </div>
      <div className="add-fields">
        <SelectField
          {...field('account')}
          label={words.account}
          options={namedOptions(
            named.map((name) => ({ id: name, name })),
            anyAccount,
          )}
        />
        <SelectField {...field('money')} label={words.money} options={directions} />
        <MoneyField {...field('least')} label={words.least} />
        <MoneyField {...field('most')} label={words.most} />
      </div>
    </fieldset>
  );
}
