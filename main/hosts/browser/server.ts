/**
 * How is the app served to a browser on this machine, and to nobody else?
 *
 * Listens on 127.0.0.1 alone, on a port the system picks. `shared/contract/loopback.ts` says how the page talks to it.
 */
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fileNameHeader } from '../../../shared/contract/loopback.ts';
import { done, refuse, type Outcome } from '../../../shared/values/outcome.ts';
import { answer, worded } from '../../operations/index.ts';
import type { Context } from '../../operations/context.ts';
import { builtFiles, type BuiltFiles } from '../builtFiles.ts';
import { pageHeaders } from '../pageHeaders.ts';
import { bodyOf, disposition, isOurs, keyOf, readJson, refused, sendJson } from './requests.ts';
import { openSessions, type Sessions } from './session.ts';

export interface Serving {
  /** `http://127.0.0.1:PORT/#token`, to be opened once. */
  readonly address: string;
  close(): Promise<void>;
}

interface Host {
  readonly context: Context;
  readonly sessions: Sessions;
  readonly files: BuiltFiles;
  readonly origin: string;
}

const mebibyte = 1024 ** 2;

/** Serves until closed. A fault of ours is told to `report` and answered with 500. */
export async function startServer(
  context: Context,
  window: string,
  report: (fault: unknown) => void,
): Promise<Serving> {
  const server = createServer();
  const origin = `http://127.0.0.1:${await listening(server)}`;
  const host: Host = { context, sessions: openSessions(), files: builtFiles(window), origin };
  server.on('request', (request, response) => {
    respond(host, request, response).catch((fault: unknown) => {
      if (!request.destroyed) report(fault);
      if (response.headersSent) response.destroy();
      else sendJson(request, response, 500, worded(refuse('app-fault')));
    });
  });
  return { address: `${origin}/#${host.sessions.token}`, close: () => closed(server) };
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const at = server.address();
      if (at === null || typeof at === 'string') reject(new Error('the server has no port'));
      else resolve(at.port);
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function respond(host: Host, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isOurs(request, host.origin)) return refused(request, response, 403, 'not from the app’s own page');
  const { pathname } = new URL(request.url ?? '/', host.origin);
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (!reads && request.method !== 'POST') return refused(request, response, 405, 'method');
  if (reads && !pathname.startsWith('/files/')) return page(host, request, response, pathname);
  if (!reads && pathname === '/session') return exchange(host, request, response);
  if (!host.sessions.known(keyOf(request))) return refused(request, response, 401, 'no such key');
  if (reads) return download(host, request, response, pathname.slice('/files/'.length));
  if (pathname === '/files') return receive(host, request, response);
  if (pathname.startsWith('/api/')) return call(host, request, response, pathname.slice('/api/'.length));
  return refused(request, response, 404, 'no such address');
}

async function exchange(host: Host, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readJson(request, 1024);
  const { token } = Object(body.ok ? body.value : undefined) as { token?: unknown };
  const key = typeof token === 'string' ? host.sessions.exchange(token) : undefined;
  if (key === undefined) return refused(request, response, 403, 'wrong or used token');
  return sendJson(request, response, 200, { key });
}

async function call(host: Host, request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
  const body = await readJson(request, 4 * mebibyte);
  const wanted = (): boolean => !response.destroyed;
  if (body.ok) return sendJson(request, response, 200, await answer(name, body.value, host.context, wanted));
  return sendJson(request, response, body.problem.code === 'request-too-large' ? 413 : 200, worded(body));
}

async function receive(host: Host, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const name = decoded(request.headers[fileNameHeader]);
  if (!name.ok) return sendJson(request, response, 200, worded(name));
  const received = await host.context.files.receive(name.value, bodyOf(request));
  return sendJson(request, response, received.ok ? 200 : 413, worded(received));
}

function decoded(header: string | string[] | undefined): Outcome<string> {
  if (typeof header !== 'string') return refuse('name-missing', 'file');
  try {
    return done(decodeURIComponent(header));
  } catch {
    return refuse('input-unreadable', 'file');
  }
}

function page(host: Host, request: IncomingMessage, response: ServerResponse, path: string): void {
  const file = host.files.get(path);
  if (file === undefined) return refused(request, response, 404, 'no such address');
  response.writeHead(200, { ...pageHeaders, 'content-type': file.type, 'cache-control': 'no-store' });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(file.path)
      .on('error', () => response.destroy())
      .pipe(response);
}

/** A made file, once; a look at its headers alone does not use it up. */
function download(host: Host, request: IncomingMessage, response: ServerResponse, id: string): void {
  const made = request.method === 'GET' ? host.context.files.fetch(id) : refuse('file-handle-unknown', 'file');
  if (!made.ok) return sendJson(request, response, 404, worded(made));
  response.writeHead(200, {
    ...pageHeaders,
    'content-type': 'application/octet-stream',
    'content-disposition': disposition(made.value.name),
    'content-length': made.value.size,
    'cache-control': 'no-store',
  });
  Readable.from(made.value.read(), { objectMode: false })
    .on('error', () => response.destroy())
    .pipe(response);
}
