/**
 * What does main answer to the window?
 *
 * The operations of the contract, and files by handle: chosen or dropped ones in, made ones out through a save dialog.
 */
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { BrowserWindow, dialog, type IpcMainInvokeEvent } from 'electron';
import type { Reply } from '../../../shared/contract/contract.ts';
import { done, refuse, type Outcome } from '../../../shared/values/outcome.ts';
import type { Context } from '../../operations/context.ts';
import { answer, worded } from '../../operations/index.ts';
import { channels } from './channels.ts';
import { answerOnly } from './trusted.ts';

/** Registers every handler, once. A fault of ours is told to `report`; the window gets a sentence. */
export function answerWindow(context: Context, report: (fault: unknown) => void): void {
  const safely = (work: () => Promise<Reply<unknown>>): Promise<Reply<unknown>> =>
    work().catch((fault: unknown) => {
      report(fault);
      return worded(refuse('app-fault'));
    });
  answerOnly(channels.call, (_, name, input) => safely(() => answer(String(name), input, context)));
  answerOnly(channels.choose, (_, path) => safely(async () => worded(chosen(context, path))));
  answerOnly(channels.send, (_, name, bytes) => safely(async () => worded(await sent(context, name, bytes))));
  answerOnly(channels.read, (_, file) => safely(async () => worded(await bytesOf(context, String(file)))));
  answerOnly(channels.save, (event, file, name) =>
    safely(async () => worded(await saved(context, event, String(file), String(name)))),
  );
}

function chosen(context: Context, path: unknown): Outcome<{ file: string; name: string }> {
  return typeof path === 'string' && path !== ''
    ? done(context.files.choose(path))
    : refuse('file-handle-unknown', 'file');
}

async function sent(context: Context, name: unknown, bytes: unknown): Promise<Outcome<{ file: string; name: string }>> {
  if (typeof name !== 'string' || !(bytes instanceof Uint8Array)) return refuse('input-unreadable', 'file');
  return context.files.receive(name, one(bytes));
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function bytesOf(context: Context, file: string): Promise<Outcome<Uint8Array>> {
  const made = context.files.fetch(file);
  if (!made.ok) return made;
  const parts: Uint8Array[] = [];
  for await (const part of made.value.read()) parts.push(part);
  return done(new Uint8Array(Buffer.concat(parts)));
}

/** Asks where to, then writes. The person may think better of it: the file stays at hand. */
async function saved(context: Context, event: IpcMainInvokeEvent, file: string, name: string): Promise<Outcome<null>> {
  const window = BrowserWindow.fromWebContents(event.sender);
  if (window === null) return refuse('file-handle-unknown', 'file');
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: basename(name) });
  if (canceled) return done(null);
  const made = context.files.fetch(file);
  if (!made.ok) return made;
  try {
    await writeFile(filePath, made.value.read());
    return done(null);
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return refuse('file-unwritable', 'file', { file: basename(filePath), detail });
  }
}
