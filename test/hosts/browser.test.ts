/** Does the browser host serve the app to its own page, and to nobody else? Over real HTTP on the loopback. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '../../main/hosts/browser/server.ts';
import { fileNameHeader } from '../../shared/contract/loopback.ts';
import { appIn, folderOfItsOwn } from './places.ts';

interface Asked {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
interface Served {
  readonly origin: string;
  readonly token: string;
  readonly faults: unknown[];
  call(name: string, input: unknown): Promise<unknown>;
  ask(path: string, init?: Asked): Promise<Response>;
}

/** A host on new books, with its page already let in. */
async function served(): Promise<Served> {
  const folder = folderOfItsOwn();
  const window = join(folder, 'window');
  mkdirSync(join(window, 'assets'), { recursive: true });
  writeFileSync(join(window, 'index.html'), '<!doctype html><title>Quarterday</title>');
  writeFileSync(join(window, 'assets', 'main.js'), 'export {};');
  writeFileSync(join(folder, 'secret.js'), 'not for the window');
  const faults: unknown[] = [];
  const serving = await startServer(appIn(join(folder, 'data')), window, (fault) => faults.push(fault));
  onTestFinished(() => serving.close());
  const { origin, hash } = new URL(serving.address);
  const token = hash.slice(1);
  const entered = await fetch(`${origin}/session`, { method: 'POST', body: JSON.stringify({ token }) });
  const { key } = (await entered.json()) as { key: string };
  const ask: Served['ask'] = (path, init = {}) =>
    fetch(`${origin}${path}`, { ...init, headers: { authorization: `Bearer ${key}`, ...init.headers } });
  const call = async (name: string, input: unknown): Promise<unknown> =>
    (await ask(`/api/${name}`, { method: 'POST', body: JSON.stringify(input) })).json();
  return { origin, token, faults, call, ask };
}

/** The status of a request with headers `fetch` would not send. */
function statusOf(origin: string, path: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(`${origin}${path}`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end();
  });
}

test('the page comes with headers that keep everything foreign out', async () => {
  const { origin } = await served();
  const page = await fetch(`${origin}/`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<title>Quarterday</title>');
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  expect(page.headers.get('set-cookie')).toBeNull();
  expect((await fetch(`${origin}/assets/main.js`)).headers.get('content-type')).toContain('text/javascript');
});

test.each([
  '/nothing.js',
  '/assets/',
  '/assets/../secret.js',
  '/..%2fsecret.js',
  '/%2e%2e/secret.js',
  '/assets/..%5csecret.js',
])('the address %s finds nothing', async (path) => {
  const { origin } = await served();
  expect(await statusOf(origin, path, {})).toBe(404);
});

test('the token lets one page in, once', async () => {
  const { origin, token } = await served();
  const enter = (given: unknown): Promise<Response> =>
    fetch(`${origin}/session`, { method: 'POST', body: JSON.stringify({ token: given }) });
  expect((await enter(token)).status).toBe(403);
  expect((await enter('guess')).status).toBe(403);
  expect((await enter(undefined)).status).toBe(403);
  expect((await fetch(`${origin}/session`, { method: 'POST', body: 'not json' })).status).toBe(403);
});

test('without the key nothing is answered', async () => {
  const { origin, ask } = await served();
  for (const authorization of ['', 'Bearer ', 'Bearer guess', 'Basic guess'])
    expect((await ask('/api/app.state', { method: 'POST', body: '{}', headers: { authorization } })).status).toBe(401);
  expect((await fetch(`${origin}/files`, { method: 'POST', body: 'x' })).status).toBe(401);
  expect((await fetch(`${origin}/files/guess`)).status).toBe(401);
  expect((await ask('/api/app.state', { method: 'PUT', body: '{}' })).status).toBe(405);
});

test('another name for this machine, or another page, is turned away', async () => {
  const { origin } = await served();
  const { port, host } = new URL(origin);
  expect(await statusOf(origin, '/', { host })).toBe(200);
  expect(await statusOf(origin, '/', { host: `rebound.example:${port}` })).toBe(403);
  expect(await statusOf(origin, '/', { host: `localhost:${port}` })).toBe(403);
  expect(await statusOf(origin, '/', { host, origin: 'http://elsewhere.example' })).toBe(403);
  expect(await statusOf(origin, '/', { host, origin: 'null' })).toBe(403);
  expect(await statusOf(origin, '/session', { host, origin: 'http://127.0.0.1:1' }, 'POST')).toBe(403);
  expect(await statusOf(origin, '/api/app.state', { host, 'sec-fetch-site': 'cross-site' }, 'POST')).toBe(403);
  expect(await statusOf(origin, '/', { host, 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' })).toBe(200);
  expect(await statusOf(origin, '/', { host, 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe' })).toBe(403);
});

test('operations are answered with a reply; what is not one is refused by name', async () => {
  const { call, ask, faults } = await served();
  expect(await call('app.state', {})).toMatchObject({ ok: true, value: { books: 'none', hasOwn: false, asAt: null } });
  expect(await call('books.burn', {})).toMatchObject({ ok: false, problem: { code: 'operation-unknown' } });
  expect(await call('toString', {})).toMatchObject({ ok: false, problem: { code: 'operation-unknown' } });
  expect(await call('app.state', { path: 'x' })).toMatchObject({
    ok: false,
    problem: { code: 'key-unknown', path: 'path' },
  });
  const unreadable = await ask('/api/app.state', { method: 'POST', body: '{' });
  expect(await unreadable.json()).toMatchObject({ ok: false, problem: { code: 'json-unreadable' } });
  const large = await ask('/api/app.state', { method: 'POST', body: `{"a":"${'x'.repeat(5_000_000)}"}` });
  expect(large.status).toBe(413);
  expect(await large.json()).toMatchObject({ ok: false, problem: { code: 'request-too-large' } });
  expect(faults).toEqual([]);
});

test('the example opens, takes a typed record and answers with the outlook', async () => {
  const { call } = await served();
  expect(await call('books.example', {})).toMatchObject({ ok: true, value: { books: 'example', asAt: '2026-11-22' } });
  const listed = (await call('sources.list', {})) as { value: { id: string; kind: string }[] };
  const trade = listed.value.find((s) => s.kind === 'self-employment');
  const typed = {
    source: trade?.id,
    category: 'turnover',
    date: 'yesterday',
    amount: '£1,234.5 ',
    description: 'New bath',
  };
  const written = await call('records.add', typed);
  expect(written).toMatchObject({ ok: true, value: { outlook: { asAt: '2026-11-22' } } });
  const found = await call('records.list', { text: 'New bath' });
  expect(found).toMatchObject({
    value: { count: 1, records: [{ date: '2026-11-21', amount: '1234.50', from: 'typed' }] },
  });
  expect(await call('records.add', { ...typed, amount: 'lots' })).toMatchObject({
    problem: { code: 'amount-unreadable', path: 'amount' },
  });
  expect(await call('records.add', { ...typed, date: '31 feb' })).toMatchObject({
    problem: { code: 'date-unreadable', path: 'date' },
  });
});

test('the example takes no real bank file', async () => {
  const { call, ask } = await served();
  await call('books.example', {});
  const sent = await ask('/files', { method: 'POST', body: 'Date,Amount\n', headers: { [fileNameHeader]: 'a.csv' } });
  const { value } = (await sent.json()) as { value: { file: string } };
  expect(await call('import.commit', { file: value.file, account: 'Main' })).toMatchObject({
    ok: false,
    problem: { code: 'example-closed-to-imports' },
  });
});

test('a sent file becomes a handle, under its own name and without a path', async () => {
  const { ask } = await served();
  const headers = { [fileNameHeader]: encodeURIComponent('C:\\Users\\Tapley\\märz.csv') };
  const sent = await ask('/files', { method: 'POST', body: 'Date,Amount\n', headers });
  expect(await sent.json()).toMatchObject({
    ok: true,
    value: { name: 'märz.csv', file: expect.stringMatching(/^[\w-]{32}$/) },
  });
  const nameless = await ask('/files', { method: 'POST', body: 'x' });
  expect(await nameless.json()).toMatchObject({ ok: false, problem: { code: 'name-missing' } });
});

test('a made file is handed out once, as a download', async () => {
  const { call, ask } = await served();
  await call('books.example', {});
  const made = (await call('export.make', { taxYear: '2026-27', as: 'csv' })) as {
    value: { file: string; name: string };
  };
  expect(made.value.name).toBe('Tax year 2026-27 summary.csv');
  const file = await ask(`/files/${made.value.file}`);
  expect(file.headers.get('content-disposition')).toContain('attachment; filename="Tax year 2026-27 summary.csv"');
  expect(await file.text()).toContain('Total income');
  expect((await ask(`/files/${made.value.file}`)).status).toBe(404);
});

test('what was sent in is gone when the app ends', async () => {
  const folder = folderOfItsOwn();
  const { openFiles } = await import('../../main/operations/files.ts');
  const files = openFiles(8);
  async function* bytes(text: string): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(text);
  }
  const kept = await files.receive('a.csv', bytes('12345678'));
  const path = kept.ok ? files.handedIn(kept.value.file) : kept;
  if (!path.ok) throw new Error('the file was not kept');
  const place = join(path.value.path, '..');
  expect(await files.receive('b.csv', bytes('123456789'))).toMatchObject({ problem: { code: 'file-too-large' } });
  expect(readdirSync(place)).toHaveLength(1);
  await files.close();
  expect(() => readdirSync(place)).toThrow('ENOENT');
  expect(readdirSync(folder)).toEqual([]);
});
