/**
 * What does a rule make of the rows it fits? One kind of record, several that add up to the row, or nothing of the business.
 */
import { records } from '../../shared/wording/records.ts';
import { rulesWords as words } from '../../shared/wording/rules.ts';
import { SelectField, TextField } from './Field.tsx';
import { setAsideOptions, useSourceGroups } from './rowChoices.ts';
import type { PartTyped, RuleTyped } from './ruleTyped.ts';

interface Asked {
  readonly typed: RuleTyped;
  readonly onTyped: (more: Partial<RuleTyped>) => void;
  readonly problem: (id: string) => string | undefined;
}
const options = [...setAsideOptions, { value: 'split', label: words.split }];
const choose = [{ value: '', label: records.choose }];

export function RuleMakes({ typed, onTyped, problem }: Asked) {
  const groups = useSourceGroups();
  const { parts } = typed;
  const put = (part: PartTyped, more: Partial<PartTyped>) =>
    onTyped({ parts: parts.map((p) => (p === part ? { ...p, ...more } : p)) });
  return (
    <fieldset className="rule-part">
      <legend>{words.makes}</legend>
      <SelectField
        id="rule-makes"
        label={words.makesLabel}
        width="w-name"
        options={options}
        groups={groups}
        value={typed.choice}
        onValue={(choice) => onTyped({ choice })}
        problem={problem('rule-makes')}
      />
      {typed.choice !== 'split' ? null : (
        <>
          {parts.map((part, n) => (
            <fieldset key={part.key} className="row-of-fields">
              <legend className="unseen">{words.part(n + 1)}</legend>
              <SelectField
                id={`rule-makes-${n}-category`}
                label={records.category}
                place="wide"
                options={choose}
                groups={groups}
                value={part.choice}
                onValue={(choice) => put(part, { choice })}
                problem={problem(`rule-makes-${n}-category`)}
              />
              <TextField
                id={`rule-makes-${n}-takes`}
                label={words.partTakes}
                hint={words.partTakesHint}
                value={part.takes}
                onValue={(takes) => put(part, { takes })}
                problem={problem(`rule-makes-${n}-takes`)}
              />
            </fieldset>
          ))}
          <p>
            <button
              type="button"
              onClick={() => onTyped({ parts: [...parts, { key: parts.length, choice: '', takes: '' }] })}
            >
              {words.addPart}
            </button>
          </p>
        </>
      )}
    </fieldset>
  );
}
