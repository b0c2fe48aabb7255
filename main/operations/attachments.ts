/** Which receipts and invoices belong to a record, and how are they seen again? */
import { readFile, stat } from 'node:fs/promises';
import type { AttachmentShown } from '../../shared/contract/attachments.ts';
import type { FileMade, Parsed, Written } from '../../shared/contract/contract.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { largestAttachment } from '../ledger/attachedKind.ts';
import type { Context } from './context.ts';
import type { HandedIn } from './files.ts';
import { write } from './outlook.ts';
import { reasonOf } from '../ledger/disk.ts';

export async function listAttachments(
  { record }: Parsed<'attachments.list'>,
  context: Context,
): Promise<Outcome<readonly AttachmentShown[]>> {
  const books = await context.books.opened();
  if (!books.ok) return books;
  const found = await books.value.ledger.attachments(record);
  return done(found.map(({ id, name, kind, size }) => ({ id, name, kind, size })));
}

export function addAttachment(
  { record, file }: Parsed<'attachments.add'>,
  context: Context,
): Promise<Outcome<Written<{ id: number }>>> {
  return write(context, async ({ ledger }) => {
    const handed = context.files.handedIn(file);
    if (!handed.ok) return handed;
    const bytes = await bytesOf(handed.value);
    if (!bytes.ok) return bytes;
    return ledger.attach(context.clock.now(), { record, name: handed.value.name, bytes: bytes.value });
  });
}

/** The bytes of a file that may be attached; one that is too large is not read. */
export async function bytesOf({ path, name }: HandedIn): Promise<Outcome<Uint8Array>> {
  try {
    if ((await stat(path)).size > largestAttachment) {
      return refuse('attachment-too-large', 'file', { file: name, megabytes: largestAttachment / 1024 ** 2 });
    }
    return done(new Uint8Array(await readFile(path)));
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (error.code === 'ENOENT') return refuse('file-missing', 'file', { file: name });
    return refuse('file-unreadable', 'file', { file: name, detail: reasonOf(error) });
  }
}

export async function openAttachment({ id }: Parsed<'attachments.open'>, context: Context): Promise<Outcome<FileMade>> {
  const books = await context.books.opened();
  if (!books.ok) return books;
  const opened = await books.value.ledger.openAttachment(id);
  return opened.ok ? done(context.files.offer(opened.value.name, opened.value.bytes)) : opened;
}

export function removeAttachment(
  { id }: Parsed<'attachments.remove'>,
  context: Context,
): Promise<Outcome<Written<{ id: number }>>> {
  return write(context, ({ ledger }) => ledger.detach(context.clock.now(), id));
}
