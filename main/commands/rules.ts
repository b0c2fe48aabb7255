/**
 * Which sorting rules are there, how are they kept, and how are they applied, by command?
 *
 * `rules LEDGER` lists them; `--add WORDS --as …` keeps one, `--remove` and `--move … --to …` do what they say. With
 * `--dry-run` nothing is kept, and what it would do is printed; with `--apply` the rows follow at once. `sort LEDGER`
 * applies all rules to the rows not sorted yet.
 */
import { contract } from '../../shared/contract/contract.ts';
import { refuseIssue } from '../../shared/contract/facts.ts';
import type { GivenChange, GivenRule } from '../../shared/contract/rules.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { commandWords } from '../../shared/wording/commands.ts';
import { effectLines, ruleLines, rulesDoneLine, rulesWords } from '../../shared/wording/rules.ts';
import { clock } from '../clock.ts';
import type { LedgerClient } from '../ledger/api.ts';
import { readChange } from '../operations/ruleGiven.ts';
import { atField, effectOf, rulesOf } from '../operations/rules.ts';
import type { Answered, Given, Printed } from './command.ts';
import { reading, writing } from './ledgers.ts';

type Kind = GivenChange['kind'];
type Refused = Extract<Outcome<unknown>, { readonly ok: false }>;

export async function rules(given: Given): Answered {
  const asked = ['add', 'change', 'remove', 'move'].filter((name) => given.option(name) !== undefined);
  const [a, b] = asked;
  // `--change 3 --add WORDS` puts new words in the place of rule 3.
  if (a !== undefined && b !== undefined && asked.join(' ') !== 'add change')
    return { wrong: commandWords.oneOf(a, b) };
  if (a === undefined) return listed(given);
  const change = changeMeant(given, b === undefined ? (a as Kind) : 'change');
  if ('wrong' in change || !change.ok) return change;
  return given.flag('dry-run') ? previewed(given, change.value) : kept(given, change.value);
}

async function listed(given: Given): Answered {
  const read = await reading(given, async (ledger) => done(await rulesOf(ledger)));
  return read.ok ? done({ json: read.value, lines: ruleLines(read.value.rules) }) : read;
}

function changeMeant(given: Given, kind: Kind): Outcome<GivenChange> | { readonly wrong: string } {
  if (kind === 'add' && given.option('as') === undefined) return { wrong: commandWords.needsOption('as') };
  if (kind === 'change' && given.option('add') === undefined) return { wrong: commandWords.needsOption('add') };
  if (kind === 'change' && given.option('as') === undefined) return { wrong: commandWords.needsOption('as') };
  if (kind === 'move' && given.option('to') === undefined) return { wrong: commandWords.needsOption('to') };
  const number = Number(given.option(kind));
  const input = {
    change: {
      kind,
      ...(kind === 'add' ? {} : { number }),
      ...(kind === 'move' ? { to: Number(given.option('to')) } : {}),
      ...(kind === 'add' || kind === 'change' ? { rule: ruleMeant(given) } : {}),
    },
  };
  if (kind !== 'add' && !Number.isSafeInteger(number))
    return refuse('rule-unknown', kind, { number: given.option(kind) ?? '' });
  const read = contract['rules.preview'].input.safeParse(input);
  if (!read.success) return byOption(refuseIssue(read.error, input));
  return read.data.change === null ? refuse('rule-unknown', kind) : done(read.data.change);
}

function ruleMeant(given: Given): unknown {
  return {
    text: given.option('add') ?? '',
    wholeWord: given.flag('whole-word'),
    account: given.option('account') ?? null,
    money: given.option('money') ?? null,
    least: given.option('least') ?? '',
    most: given.option('most') ?? '',
    makes: makesMeant(given),
  };
}

/** `not-business`, or categories with what each takes: `periodAmount rest, professionalFees 95.00`. */
function makesMeant(given: Given): GivenRule['makes'] {
  const said = given.needed('as').trim();
  if (said === 'not-business' || said === 'between-my-accounts') return said;
  return said.split(/,(?!\d{3}\b)/).map((part) => {
    const [category = '', ...takes] = part.trim().split(/\s+/);
    const letting = given.option('letting') ?? null;
    return { source: given.option('source') ?? '', letting, category, takes: takes.join(' ') || 'rest' };
  });
}

async function previewed(given: Given, change: GivenChange): Answered {
  const read = readChange(change);
  if (!read.ok) return byOption(read);
  const effect = await reading(given, (ledger) => effectOf(ledger, read.value));
  return effect.ok ? done({ json: effect.value, lines: effectLines(effect.value) }) : byOption(effect);
}

async function kept(given: Given, change: GivenChange): Answered {
  const read = readChange(change);
  if (!read.ok) return byOption(read);
  const reach = given.flag('apply') ? 'all' : 'none';
  const changed = await writing(given, async (ledger) =>
    atField(await ledger.changeRules(clock.now(), read.value, reach)),
  );
  if (!changed.ok) return byOption(changed);
  const { rule, sorted, changed: again } = changed.value;
  const line = rulesDoneLine(doneWords[change.kind](rule ?? 0).replace(/\.$/, ''), sorted, again);
  return done({ json: changed.value, lines: [line] });
}

const doneWords: Readonly<Record<Kind, (n: number) => string>> = {
  add: rulesWords.added,
  change: rulesWords.changed,
  remove: rulesWords.removed,
  move: rulesWords.moved,
};

/** The refusal, its path the option's own name. */
function byOption({ problem: { code, path, values } }: Refused): Refused {
  const field = path.replace(/^change\.(rule\.)?/, '');
  const part = /^makes\[\d+\]\.(source|letting)$/.exec(field);
  const option = part?.[1] ?? (field.startsWith('makes') ? 'as' : field === 'text' ? 'add' : field);
  return refuse(code, option, values);
}

/** Applies all rules to the rows not sorted yet. */
export async function sort(given: Given): Answered {
  if (given.flag('dry-run')) {
    const effect = await reading(given, (ledger) => effectOf(ledger, null));
    return effect.ok ? done({ json: effect.value, lines: effectLines(effect.value) }) : effect;
  }
  return writing(given, async (ledger: LedgerClient): Promise<Outcome<Printed>> => {
    const sorted = await ledger.changeRules(clock.now(), null, 'unsorted');
    if (!sorted.ok) return sorted;
    return done({ json: { sorted: sorted.value.sorted }, lines: [rulesDoneLine(null, sorted.value.sorted, 0)] });
  });
}
