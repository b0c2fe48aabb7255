/**
 * A bank file into a ledger, by command: whole, or not at all?
 *
 * Nobody looks at a preview here, so one refused row refuses the file, by its line and column, and nothing is written;
 * `--skip-refused` takes the other rows in. The report is printed either way.
 */
import { basename } from 'node:path';
import { contract } from '../../shared/contract/contract.ts';
import { refuseIssue } from '../../shared/contract/facts.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { importLines, refusedPlace } from '../../shared/wording/importReport.ts';
import { problemText } from '../../shared/wording/problems.ts';
import { clock } from '../clock.ts';
import type { ColumnMapping } from '../../shared/contract/imports.ts';
import type { BankQuestion } from '../imports/read.ts';
import type { LedgerClient } from '../ledger/api.ts';
import { importBankFile } from '../operations/importFile.ts';
import type { ImportAsk, ImportedFile } from '../operations/importRun.ts';
import { columnNames, columnsSaid, columnsText } from './columns.ts';
import type { Answered, Given, Printed } from './command.ts';
import { writing } from './ledgers.ts';

export async function importFile(given: Given): Answered {
  const [, path = ''] = given.words;
  const input = {
    file: 'named',
    account: given.needed('account'),
    source: given.option('source') ?? null,
    letting: given.option('letting') ?? null,
    profile: given.option('profile') ?? null,
    names: namesIn(given.option('names')),
  };
  const asked = contract['import.read'].input.safeParse(input);
  if (!asked.success) return refuseIssue(asked.error, input);
  const { file: _, ...ask } = asked.data;
  const keep = (refused: number): boolean => !given.flag('dry-run') && (refused === 0 || given.flag('skip-refused'));
  return writing(given, async (ledger): Promise<Outcome<Printed>> => {
    if ((await ledger.about()).example !== null) return refuse('example-closed-to-imports');
    const mapping = await mappingSaid(given, ledger, ask);
    if (!mapping.ok) return mapping;
    const file = { path, name: basename(path) };
    const read = await importBankFile(ledger, clock.now(), file, { ...ask, mapping: mapping.value }, keep);
    if (!read.ok) return read;
    if ('question' in read.value) return askedBack(read.value);
    if ('unnamed' in read.value) {
      const accounts = read.value.unnamed.map(({ found }) => found).join(', ');
      return refuse('accounts-unnamed', 'names', { accounts });
    }
    return done(printed(read.value, given.flag('skip-refused')));
  });
}

/** The columns as `--columns` says, over what the file was guessed to be; null where nothing was said. */
async function mappingSaid(given: Given, ledger: LedgerClient, ask: ImportAsk): Promise<Outcome<ColumnMapping | null>> {
  const text = given.option('columns');
  if (text === undefined) return done(null);
  const [, path = ''] = given.words;
  const looked = await importBankFile(ledger, clock.now(), { path, name: basename(path) }, ask, () => false);
  if (!looked.ok) return looked;
  if ('unnamed' in looked.value) return refuse('columns-of-several', 'columns');
  const { columns, mapping } = 'question' in looked.value ? looked.value : looked.value.reading;
  return columnsSaid(text, columns, mapping);
}

/** Why the file was not read, and how it would be, in the words that `--columns` takes. */
function askedBack({ question, columns, mapping }: BankQuestion): Outcome<never> {
  if (mapping === null) return refuse('columns-to-name', 'columns', { question, columns: columnNames(columns) });
  return refuse('columns-to-confirm', 'columns', { question, said: columnsText(mapping, columns) });
}

/** `5678=Business, 4321=Savings` as names by an account's last digits. */
const namesIn = (text = ''): { found: string; name: string }[] =>
  text
    .split(',')
    .filter((part) => part.includes('='))
    .map((part) => {
      const [found = '', ...name] = part.split('=');
      return { found: found.trim(), name: name.join('=').trim() };
    });

function printed({ report, refusal }: ImportedFile, skip: boolean): Printed {
  const lines = importLines(report);
  if (refusal === null || skip) return { json: report, lines };
  const { code } = refusal.problem;
  const problem = { code, path: refusedPlace(refusal.line, refusal.field), message: problemText(refusal.problem) };
  return { json: { problem, ...report }, lines, failed: true };
}
