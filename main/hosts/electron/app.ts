/**
 * How does the installed app begin and end?
 *
 * One instance; a second one brings the first to the front and goes. On the way out the ledger is closed before the
 * program ends.
 */
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { dataFolder } from '../../operations/folder.ts';
import { closeContext, openContext } from '../../operations/openContext.ts';
import { answerWindow } from './bridge.ts';
import { registerScheme, servePage } from './protocol.ts';
import { confinePages, openWindow, setMenu } from './window.ts';

/** Starts the app; `ledger` is a file the person opened it with, or undefined for their own books. */
export function startApp(ledger: string | undefined): void {
  app.setAppUserModelId('uk.quarterday.app');
  app.setPath('userData', join(dataFolder(), 'window'));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.enableSandbox();
  registerScheme();
  const context = openContext({ ledger });
  app.on('second-instance', bringToFront);
  app.on('activate', bringToFront);
  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit());
  app.once('will-quit', (event) => {
    event.preventDefault();
    void closeContext(context).finally(() => app.exit());
  });
  void app.whenReady().then(() => {
    servePage();
    confinePages();
    setMenu();
    answerWindow(context, (fault) => console.error(fault));
    openWindow();
  });
}

function bringToFront(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) {
    if (app.isReady()) openWindow();
    return;
  }
  if (window.isMinimized()) window.restore();
  window.focus();
}
