/** Which commands are there, and what does each take? */
import type { Command } from './command.ts';

const command = (
  takes: readonly string[],
  needs: Command['needs'],
  may: Command['may'],
  load: Command['load'],
  flags: readonly string[] = [],
): Command => ({ takes, needs, may, flags, load });

const day = { 'as-at': 'DATE' };
const year = { 'tax-year': '2026-27' };

export const commands: Readonly<Record<string, Command>> = {
  decide: command(
    [],
    {},
    { facts: 'FILE|-', ndjson: 'FILE|-', ...day, rules: 'ID' },
    async () => (await import('./decide.ts')).decide,
  ),
  new: command(['LEDGER'], {}, { example: 'NAME' }, async () => (await import('./declare.ts')).newLedger),
  'source add': command(
    ['LEDGER'],
    { id: 'ID', kind: 'KIND', name: 'NAME', started: 'DATE' },
    { ceased: 'DATE' },
    async () => (await import('./declare.ts')).addSource,
  ),
  'source change': command(
    ['LEDGER'],
    { id: 'ID' },
    {
      name: 'NAME',
      started: 'DATE',
      ceased: 'DATE',
      basis: 'cash|traditional',
      vat: 'yes|no',
      periods: '2027-28=calendar|standard',
    },
    async () => (await import('./changeSource.ts')).changeSource,
    ['carries-on'],
  ),
  'letting change': command(
    ['LEDGER'],
    { source: 'ID', id: 'ID' },
    { name: 'NAME', country: 'CODE', 'rent-a-room': 'yes|no' },
    async () => (await import('./changeSource.ts')).changeLetting,
  ),
  'source remove': command(['LEDGER'], { id: 'ID' }, {}, async () => (await import('./changeSource.ts')).removeSource),
  'letting remove': command(
    ['LEDGER'],
    { source: 'ID', id: 'ID' },
    {},
    async () => (await import('./changeSource.ts')).removeLetting,
  ),
  'letting add': command(
    ['LEDGER'],
    { source: 'ID', id: 'ID', name: 'NAME' },
    { share: '0.5', from: 'DATE', country: 'CODE' },
    async () => (await import('./declare.ts')).addLetting,
  ),
  add: command(
    ['LEDGER'],
    { source: 'ID', date: 'DATE', category: 'CATEGORY', amount: 'POUNDS', description: 'TEXT' },
    { letting: 'ID' },
    async () => (await import('./declare.ts')).addRecord,
  ),
  import: command(
    ['LEDGER', 'FILE'],
    { account: 'NAME' },
    { source: 'ID', letting: 'ID', profile: 'NAME', names: '5678=NAME,4321=NAME', columns: 'date=HEADING,…' },
    async () => (await import('./importFile.ts')).importFile,
    ['dry-run', 'skip-refused'],
  ),
  held: command(['LEDGER'], {}, { same: 'IDS', another: 'IDS' }, async () => (await import('./held.ts')).held),
  records: command(
    ['LEDGER'],
    {},
    { ...year, source: 'ID', letting: 'ID', category: 'CATEGORY', find: 'LETTERS' },
    async () => (await import('./records.ts')).records,
  ),
  attach: command(['LEDGER', 'FILE'], { record: 'ID' }, {}, async () => (await import('./attach.ts')).attachFile),
  facts: command(['LEDGER'], {}, day, async () => (await import('./told.ts')).facts),
  'facts merge': command(['LEDGER', 'FILE'], {}, {}, async () => (await import('./told.ts')).mergeFacts),
  outlook: command(['LEDGER'], {}, { ...day, rules: 'ID' }, async () => (await import('./told.ts')).outlookOnLedger),
  summary: command(['LEDGER'], year, {}, async () => (await import('./year.ts')).summary),
  export: command(
    ['LEDGER'],
    { ...year, as: 'csv', out: 'PATH' },
    day,
    async () => (await import('./year.ts')).exportYear,
  ),
  undo: command(['LEDGER'], {}, {}, async () => (await import('./changes.ts')).undo),
  redo: command(['LEDGER'], {}, {}, async () => (await import('./changes.ts')).redo),
  history: command(['LEDGER'], {}, {}, async () => (await import('./changes.ts')).history),
  remove: command(
    ['LEDGER'],
    {},
    { import: 'ID', record: 'ID', attachment: 'ID' },
    async () => (await import('./removing.ts')).remove,
    ['anyway', 'for-good', 'confirm'],
  ),
  backup: command(
    ['LEDGER'],
    { out: 'FILE' },
    { 'passphrase-file': 'FILE' },
    async () => (await import('./backups.ts')).backup,
  ),
  restore: command(
    ['FILE'],
    { out: 'LEDGER' },
    { 'passphrase-file': 'FILE' },
    async () => (await import('./backups.ts')).restore,
  ),
  verify: command(['LEDGER'], {}, {}, async () => (await import('./year.ts')).verify),
  rules: command(
    ['LEDGER'],
    {},
    {
      add: 'WORDS',
      as: '"CATEGORY [60%|9.50|rest], …"|not-business|between-my-accounts',
      source: 'ID',
      letting: 'ID',
      account: 'NAME',
      money: 'in|out',
      least: 'POUNDS',
      most: 'POUNDS',
      change: 'NUMBER',
      remove: 'NUMBER',
      move: 'NUMBER',
      to: 'PLACE',
    },
    async () => (await import('./rules.ts')).rules,
    ['whole-word', 'apply', 'dry-run'],
  ),
  sort: command(['LEDGER'], {}, {}, async () => (await import('./rules.ts')).sort, ['dry-run']),
  serve: command(['[LEDGER]'], {}, {}, async () => (await import('./serve.ts')).serve),
};
