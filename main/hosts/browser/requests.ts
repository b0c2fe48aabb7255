/**
 * Where does a request come from, what does it hold, and how is it answered?
 *
 * A page of another site can reach this machine's ports, under another name for them too: `Host`, `Origin` and
 * `Sec-Fetch-Site` are looked at before anything else.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { done, refuse, type Outcome } from '../../../shared/values/outcome.ts';
import { pageHeaders } from '../pageHeaders.ts';

/**
 * Does the request name this host, and come from its own page or from no page at all? `origin` is `http://127.0.0.1:PORT`.
 * The page itself may be opened as a document from anywhere, by a link in a terminal's window, say: it holds no secret.
 */
export function isOurs(request: IncomingMessage, origin: string): boolean {
  const { host, origin: from, 'sec-fetch-site': site, 'sec-fetch-dest': purpose } = request.headers;
  if (host !== new URL(origin).host) return false;
  if (from !== undefined && from !== origin) return false;
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  return purpose === 'document' && request.method === 'GET';
}

/** The session key the page sends along: `Authorization: Bearer …`. */
export function keyOf(request: IncomingMessage): string | undefined {
  return /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
}

/** The body as JSON, at most `largest` bytes. Refuses `request-too-large` and `json-unreadable`. */
export async function readJson(request: IncomingMessage, largest: number): Promise<Outcome<unknown>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bodyOf(request)) {
    size += chunk.byteLength;
    if (size > largest) return refuse('request-too-large');
    chunks.push(chunk);
  }
  try {
    return done(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  } catch {
    return refuse('json-unreadable', '', { detail: 'it does not parse' });
  }
}

/** The body's bytes as they come; to stop reading early leaves the connection open for the answer. */
export function bodyOf(request: IncomingMessage): AsyncIterable<Uint8Array> {
  return request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
}

/** Answers with JSON. What is left of the request's body is let go by. */
export function sendJson(request: IncomingMessage, response: ServerResponse, status: number, body: unknown): void {
  request.resume();
  response.writeHead(status, {
    ...pageHeaders,
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...(request.complete ? {} : { connection: 'close' }),
  });
  response.end(JSON.stringify(body));
}

/** Turns away what no window of ours would send. */
export function refused(request: IncomingMessage, response: ServerResponse, status: number, because: string): void {
  sendJson(request, response, status, { refused: because });
}

/** `attachment` with the name in plain letters for old programs, and whole for the others. */
export function disposition(name: string): string {
  const plain = name.replaceAll(/[^\w .-]/g, '_');
  const whole = encodeURIComponent(name).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
