/**
 * What may the window do?
 *
 * Show our page, sandboxed and apart from the preload. It opens no other window, goes to no other address and gets no
 * permission; the fixed list of outside pages opens in the person's browser.
 */
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, Menu, session, shell } from 'electron';
import { citedAddresses } from '../../../shared/policy/ruleSets.ts';
import { links } from '../../../shared/wording/links.ts';
import { pageAddress } from './channels.ts';

const outsidePages: ReadonlySet<string> = new Set([...Object.values(links), ...citedAddresses()]);

export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Quarterday',
    webPreferences: {
      preload: fileURLToPath(new URL('../preload/index.cjs', import.meta.url)),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(pageAddress);
  return window;
}

/** Holds for every page there will ever be. To be called once Electron is ready, before the first window. */
export function confinePages(): void {
  session.defaultSession.setPermissionRequestHandler((_, permission, decide) => decide(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  app.on('web-contents-created', (_, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      if (outsidePages.has(url)) void shell.openExternal(url);
      return { action: 'deny' };
    });
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/** The system's usual menus, by role, and nothing of ours yet. */
export function setMenu(): void {
  const own = process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : [];
  const roles = (['fileMenu', 'editMenu', 'viewMenu', 'windowMenu'] as const).map((role) => ({ role }));
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, ...roles]));
}
