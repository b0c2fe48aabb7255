/** Is a file that is read in a thread of its own the same file? */
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { NewBankRow } from '../../main/bankRow.ts';
import { unpackRows } from '../../main/packedRows.ts';
import { openRows, type OpenRows } from '../../main/operations/readApart.ts';
import type { ReadyBatch, Sorting } from '../../main/operations/sortedRows.ts';

const pathOf = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
const ask = { profile: null, mapping: null, account: 'Business current', source: null };
const sorting: Sorting = { rules: [], sources: [], account: 'Business current' };

async function everything({ batches, close, ...known }: OpenRows): Promise<object> {
  const read: (Omit<ReadyBatch, 'packed'> & { readonly rows: readonly NewBankRow[] })[] = [];
  for await (const { packed, ...batch } of batches(sorting, () => 3)) {
    read.push({ ...batch, rows: unpackRows(packed) });
  }
  await close();
  return { known, read };
}

async function reading(name: string, apartFrom: number): Promise<unknown> {
  const found = await openRows(pathOf(name), ask, apartFrom);
  return found.ok && found.value.kind === 'rows' ? everything(found.value) : found;
}

const some = readdirSync(fileURLToPath(new URL('fixtures', import.meta.url))).filter((_, i) => i % 8 === 0);
test.each([...some, 'lloyds-two-accounts.csv', 'portal-cr-dr.csv'])('%s says the same there and here', async (name) => {
  expect(await reading(name, 0)).toEqual(await reading(name, Infinity));
});

test('a file that is gone is said to be gone, wherever it was to be read', async () => {
  const gone = join(tmpdir(), randomUUID());
  for (const apartFrom of [0, Infinity]) {
    await expect(openRows(gone, ask, apartFrom)).rejects.toMatchObject({ code: 'ENOENT' });
  }
});

test('what the disk says while a file is read comes back from the thread, and a folder is no file', async () => {
  for (const apartFrom of [0, Infinity]) {
    await expect(openRows(tmpdir(), ask, apartFrom)).rejects.toMatchObject({ code: 'EISDIR', syscall: 'read' });
  }
});

test('a file that is let go before its end is asked for no more', async () => {
  const found = await openRows(pathOf('bank.ofx'), ask, 0);
  if (!found.ok || found.value.kind !== 'rows') throw new Error('the file can be read');
  await found.value.close();
  await expect(found.value.batches(sorting, () => 0).next()).rejects.toThrow('has stopped');
});
