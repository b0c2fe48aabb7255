/**
 * Which tables are history, and which columns does an action's payload name?
 *
 * Every row of these tables is added once, by an action, and is never changed or removed (triggers see to it). The first
 * column is always `id`. The order here is the order in which rows may refer to earlier ones. A row that no longer holds
 * (corrected, removed, undone) stays; that it is gone stands in the kept table `gone`, and `standing_…` views leave it out.
 */
export const historyTables = {
  meta: ['id', 'created_at', 'example_name', 'example_as_at'],
  source: ['id', 'code', 'kind', 'name', 'started_on', 'ceased_on'],
  letting: ['id', 'source', 'code', 'name', 'country'],
  source_change: ['id', 'source', 'name', 'started_on', 'ceased_on', 'basis', 'vat_registered', 'update_periods'],
  letting_change: ['id', 'letting', 'name', 'country', 'rent_a_room'],
  letting_share: ['id', 'letting', 'from_day', 'share_of', 'share_in'],
  bank_account: ['id', 'name'],
  imported_file: ['id', 'account', 'name', 'sha256', 'profile'],
  bank_row: [
    'id',
    'account',
    'file',
    'line',
    'day',
    'text',
    'pence',
    'balance',
    'bank_id',
    'identity',
    'raw',
    'became',
    'rule',
  ],
  record: ['id', 'source', 'letting', 'day', 'category', 'pence', 'own', 'description', 'bank_row', 'replaces', 'rule'],
  sorting: ['id', 'became', 'bank_row', 'rule'],
  file_days: ['id', 'file', 'first_day', 'last_day'],
  held: ['id', 'bank_row', 'alike'],
  held_answer: ['id', 'answer', 'bank_row', 'takes'],
  told: ['id', 'topic', 'tax_year', 'entry'],
  told_removal: ['id', 'told'],
  source_removal: ['id', 'source'],
  letting_removal: ['id', 'letting'],
  removal: ['id', 'record'],
  import_removal: ['id', 'file'],
  reversal: ['id', 'kind', 'action'],
  attachment: ['id', 'record', 'name', 'kind', 'size', 'sha256'],
  detachment: ['id', 'attachment'],
  sorting_rule: ['id', 'number', 'entry', 'replaces'],
  sorting_rule_removal: ['id', 'rule'],
  sorting_rule_order: ['id', 'numbers'],
  answered: ['id', 'question', 'about', 'answer'],
  erasure: ['id', 'action', 'payload', 'instead'],
  erased: ['id', 'kind', 'target'],
} as const;

export type HistoryTable = keyof typeof historyTables;
export const historyTableNames = Object.keys(historyTables) as readonly HistoryTable[];

/** What a cell of a history table can hold. */
export type Cell = string | number | null;
