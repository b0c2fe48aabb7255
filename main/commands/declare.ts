/**
 * How does a ledger begin, and how do sources, lettings and records get into it?
 *
 * Options are checked by the same schemas as a window's questions; a refusal names the option.
 */
import { basename } from 'node:path';
import { contract } from '../../shared/contract/contract.ts';
import { exampleNames } from '../../shared/contract/examples.ts';
import { refuseIssue } from '../../shared/contract/facts.ts';
import { parsePlainDate } from '../../shared/values/dates.ts';
import { parsePounds, parseShare } from '../../shared/values/money.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { commandWords } from '../../shared/wording/commands.ts';
import { clock } from '../clock.ts';
import { createLedger } from '../ledger/client.ts';
import { makeExample } from '../operations/books.ts';
import type { Answered, Given, Printed } from './command.ts';
import { writing } from './ledgers.ts';

export async function newLedger(given: Given): Answered {
  const [path = ''] = given.words;
  const example = given.option('example');
  const name = exampleNames.find((n) => n === example);
  if (example !== undefined && name === undefined)
    return refuse('example-unknown', 'example', { name: example, names: exampleNames.join(', ') });
  const made = name === undefined ? await emptyLedger(path) : await makeExample(path, name, clock);
  const file = basename(path);
  return made.ok ? done({ json: { ledger: file, example: example ?? null }, lines: [commandWords.made(file)] }) : made;
}

async function emptyLedger(path: string): Promise<Outcome<null>> {
  const created = await createLedger(path, { at: clock.now(), example: null });
  if (!created.ok) return created;
  await created.value.close();
  return done(null);
}

export async function addSource(given: Given): Answered {
  const input = {
    id: given.needed('id'),
    kind: given.needed('kind'),
    name: given.needed('name'),
    startedOn: given.needed('started'),
    ceasedOn: given.option('ceased') ?? null,
  };
  const source = contract['sources.add'].input.safeParse(input);
  if (!source.success) return byOption(refuseIssue(source.error, input));
  return byOption(await writing(given, (ledger) => ledger.addSource(clock.now(), source.data)));
}

export async function addLetting(given: Given): Answered {
  const shareText = given.option('share') ?? '1';
  const input = {
    source: given.needed('source'),
    id: given.needed('id'),
    name: given.needed('name'),
    country: given.option('country') ?? null,
    share: shareText,
    shareFrom: given.option('from') ?? null,
  };
  const letting = contract['lettings.add'].input.safeParse(input);
  if (!letting.success) return byOption(refuseIssue(letting.error, input));
  const share = parseShare(shareText);
  if (share === undefined) return refuse('share-unreadable', 'share', { found: shareText });
  return byOption(await writing(given, (ledger) => ledger.addLetting(clock.now(), { ...letting.data, share })));
}

export async function addRecord(given: Given): Answered {
  const [dateText, amount] = [given.needed('date'), given.needed('amount')];
  const date = parsePlainDate(dateText);
  if (date === undefined) return refuse('date-impossible', 'date', { found: JSON.stringify(dateText) });
  const pence = parsePounds(amount);
  if (pence === undefined) return refuse('amount-unreadable', 'amount', { found: amount });
  const record = {
    source: given.needed('source'),
    letting: given.option('letting') ?? null,
    date,
    category: given.needed('category'),
    pence,
    description: given.needed('description'),
  };
  return byOption(await writing(given, (ledger) => ledger.addRecord(clock.now(), record)));
}

const optionOf: Readonly<Record<string, string>> = {
  startedOn: 'started',
  ceasedOn: 'ceased',
  shareFrom: 'from',
  vatRegistered: 'vat',
  rentARoom: 'rent-a-room',
  updatePeriods: 'periods',
  'updatePeriods.from': 'periods',
  'updatePeriods.periods': 'periods',
  pence: 'amount',
};

/** What was added, by its id alone; or the refusal, its path the option's own name. */
export function byOption(outcome: Outcome<{ readonly id: string | number }>): Outcome<Printed> {
  if (outcome.ok) return done({ json: { id: outcome.value.id }, lines: [`${outcome.value.id}`] });
  const { code, path, values } = outcome.problem;
  return refuse(code, optionOf[path] ?? path, values);
}
