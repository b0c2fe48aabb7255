/**
 * Where does the window's page come from?
 *
 * From `app://quarterday/`, our own scheme, which hands out the built files and nothing else, with the same strict
 * headers as the browser host.
 */
import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { builtFiles, builtWindow } from '../builtFiles.ts';
import { pageHeaders } from '../pageHeaders.ts';
import { pageHost, scheme } from './channels.ts';

/** To be called before Electron is ready. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true };
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
}

/** To be called once Electron is ready. */
export function servePage(): void {
  const files = builtFiles(builtWindow);
  protocol.handle(scheme, async (request) => {
    const { host, pathname } = new URL(request.url);
    const file = host === pageHost && request.method === 'GET' ? files.get(pathname) : undefined;
    if (file === undefined) return new Response(null, { status: 404, headers: pageHeaders });
    const headers = { ...pageHeaders, 'content-type': file.type };
    return new Response(new Uint8Array(await readFile(file.path)), { headers });
  });
}
