/**
 * How does this window speak to the app?
 *
 * In Electron the preload gives `window.quarterday`. In a browser the same operations go over HTTP to the host on this
 * machine: the one-time token in the address is exchanged for a key, which stays in this tab and goes with every call.
 */
import type { Answered, Bridge, FileMade, Input, OperationName, Reply } from '../shared/contract/contract.ts';
import { everywhere } from '../shared/wording/rooms.ts';

declare global {
  interface Window {
    readonly quarterday?: Bridge<File>;
  }
}

const keyName = 'quarterday.key';
const refusal = (code: string, message: string): Reply<never> => ({ ok: false, problem: { code, path: '', message } });
const unreachable = (): Reply<never> => refusal('app-unreachable', everywhere.unreachable);

/** A bridge whose questions can be given up: a reply nobody waits for is not fetched to the end. */
export interface WindowBridge extends Bridge<File> {
  call<N extends OperationName>(name: N, input: Input<N>, signal?: AbortSignal): Promise<Reply<Answered<N>>>;
}

/** The bridge of the host this window runs in. */
export function openBridge(isRoom: (name: string) => boolean): WindowBridge {
  return window.quarterday ?? browserBridge(enter(isRoom));
}

/** Exchanges the token in the address, if there is one, and wipes it from the address. Resolves to the key, or undefined. */
async function enter(isRoom: (name: string) => boolean): Promise<string | undefined> {
  const kept = sessionStorage.getItem(keyName) ?? undefined;
  const token = decodeURIComponent(location.hash.slice(1)).replace(/^token=/, '');
  if (token === '' || isRoom(token)) return kept;
  history.replaceState(null, '', location.pathname);
  const reply = await fetch('/session', json({ token })).catch(() => undefined);
  if (reply === undefined || !reply.ok) return kept;
  const { key } = (await reply.json()) as { key: string };
  sessionStorage.setItem(keyName, key);
  return key;
}

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

function browserBridge(entered: Promise<string | undefined>): WindowBridge {
  const ask = async (path: string, init: RequestInit): Promise<Response | undefined> => {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${(await entered) ?? ''}`);
    return fetch(path, { ...init, headers }).catch(() => undefined);
  };
  const fetched = (made: FileMade) => ask(`/files/${encodeURIComponent(made.file)}`, { method: 'GET' });
  return {
    call: async <N extends OperationName>(name: N, input: Input<N>, signal?: AbortSignal) => {
      const reply = await ask(`/api/${name}`, { ...json(input), signal: signal ?? null });
      const isNoLonger = (): boolean => signal?.aborted === true;
      if (isNoLonger()) return refusal('asked-no-longer', '');
      return replyOf<Answered<N>>(reply).catch((error: unknown) => {
        if (isNoLonger()) return refusal('asked-no-longer', '');
        throw error;
      });
    },
    sendFile: async (file) =>
      replyOf(
        await ask('/files', {
          method: 'POST',
          headers: { 'X-File-Name': encodeURIComponent(file.name), 'Content-Type': 'application/octet-stream' },
          body: file,
        }),
      ),
    saveFile: async (made) => {
      const reply = await fetched(made);
      if (reply === undefined || !reply.ok) return replyOf(reply);
      download(await reply.blob(), made);
      return { ok: true, value: null };
    },
    readFile: async (made) => {
      const reply = await fetched(made);
      if (reply === undefined || !reply.ok) return replyOf(reply);
      return { ok: true, value: new Uint8Array(await reply.arrayBuffer()) };
    },
  };
}

async function replyOf<T>(reply: Response | undefined): Promise<Reply<T>> {
  if (reply === undefined) return unreachable();
  if (reply.status === 401 || reply.status === 403) return refusal('not-let-in', everywhere.notLetIn);
  if (!reply.headers.get('Content-Type')?.startsWith('application/json')) return unreachable();
  return (await reply.json()) as Reply<T>;
}

function download(bytes: Blob, made: FileMade): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = made.name;
  link.click();
  URL.revokeObjectURL(address);
}
