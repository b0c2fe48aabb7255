/**
 * Did this question come from our own page, in its own window?
 *
 * The only way a handler is registered: the frame, its protocol and its host are checked before anything is answered. An
 * address of our scheme has no origin of its own ("null"), so protocol and host are compared.
 */
import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { pageHost, scheme } from './channels.ts';

/** Answers that channel for our page; from anywhere else it throws, and the asker learns nothing. */
export function answerOnly(
  channel: string,
  handler: (event: IpcMainInvokeEvent, ...given: readonly unknown[]) => Promise<unknown>,
): void {
  ipcMain.handle(channel, async (event, ...given: unknown[]) => {
    if (!isOurs(event)) throw new Error('refused');
    return handler(event, ...given);
  });
}

function isOurs({ senderFrame, sender }: IpcMainInvokeEvent): boolean {
  if (senderFrame === null || senderFrame !== sender.mainFrame) return false;
  const { protocol, host } = new URL(senderFrame.url);
  return protocol === `${scheme}:` && host === pageHost;
}
