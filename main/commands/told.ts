/** What does a ledger know, what may be told to it, and where does the person stand by it? */
import { toldSchema, refuseIssue, refuseMistold, writeFacts, type Told } from '../../shared/contract/facts.ts';
import { ruleSet } from '../../shared/policy/ruleSets.ts';
import type { RuleSetId } from '../../shared/policy/policy.ts';
import { outlook } from '../../shared/rules/outlook.ts';
import type { Facts } from '../../shared/rules/facts.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { commandWords, factsLines, outlookLines } from '../../shared/wording/commands.ts';
import { clock } from '../clock.ts';
import { soundBooks } from '../operations/soundBooks.ts';
import type { Answered, Given } from './command.ts';
import { readJsonInput } from './input.ts';
import { asAtOf, reading, writing } from './ledgers.ts';

export async function facts(given: Given): Answered {
  const read = await factsOf(given);
  return read.ok ? done({ json: writeFacts(read.value), lines: factsLines(read.value) }) : read;
}

export async function outlookOnLedger(given: Given): Answered {
  const rules = rulesOf(given.option('rules'));
  if (!rules.ok) return rules;
  const read = await factsOf(given);
  if (!read.ok) return read;
  const known = { ...read.value, rules: rules.value ?? read.value.rules };
  const found = outlook(known, ruleSet(known.rules), known.asAt);
  return done({ json: found, lines: outlookLines(found) });
}

/** Takes in what a facts file tells of HMRC and the person; what the books themselves hold is left aside in it. */
export async function mergeFacts(given: Given): Answered {
  const json = await readJsonInput(given.words[1] ?? '');
  if (!json.ok) return json;
  const told = readTold(json.value);
  if (!told.ok) return told;
  const taken = await writing(given, (ledger) => ledger.tell(clock.now(), told.value));
  return taken.ok
    ? done({ json: { taken: taken.value.taken }, lines: [commandWords.taken(taken.value.taken)] })
    : taken;
}

/** No figure and no answer leaves books that do not pass their check. */
function factsOf(given: Given): Promise<Outcome<Facts>> {
  return reading(given, async (ledger) => {
    const asAt = await asAtOf(given, ledger);
    if (!asAt.ok) return asAt;
    const sound = await soundBooks(ledger);
    return sound.ok ? done(await ledger.facts(asAt.value)) : sound;
  });
}

const rulesByName: Readonly<Record<string, RuleSetId>> = {
  '2026-regulations': '2026-regulations',
  '2021-published': '2021-published',
};

function rulesOf(name: string | undefined): Outcome<RuleSetId | undefined> {
  if (name === undefined) return done(undefined);
  const id = Object.hasOwn(rulesByName, name) ? rulesByName[name] : undefined;
  return id === undefined ? refuse('rules-unknown', 'rules', { name }) : done(id);
}

/** Whole facts files may be given: keys that speak of the books are let by, anything unknown is refused. */
const ofTheBooks = new Set(['asAt', 'rules', 'sources', 'records', 'expected', 'unsorted']);

function readTold(json: unknown): Outcome<Told> {
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
  const told = isObject ? Object.fromEntries(Object.entries(json).filter(([key]) => !ofTheBooks.has(key))) : json;
  const read = toldSchema.safeParse(told);
  if (!read.success) return refuseIssue(read.error, json);
  const found = read.data as Told;
  return refuseMistold(found) ?? done(found);
}
