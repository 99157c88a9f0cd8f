// The one window: where it was last time, with the page in a sandbox, shown when there is something to see.

import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { appOrigin } from './keep/app-address';
import { readWhole, writeWhole } from './keep/files';
import { placeWindow, readWindowState, smallestWindow, writeWindowState } from './keep/window-state';

export type WindowPlaces = {
  /** The file that remembers where the window was. */
  readonly stateFile: string;
  /** The bundled preload. */
  readonly preload: string;
  /** Development only: the packaged app has no developer tools. */
  readonly devTools: boolean;
};

// The page's own background, so that nothing flashes before its first paint.
const paper = { light: '#fbfaf7', dark: '#16181c' };

/** Opens the window and loads the page. */
export async function openWindow({ stateFile, preload, devTools }: WindowPlaces): Promise<BrowserWindow> {
  const kept = await readWhole(stateFile);
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const { isMaximized, ...bounds } = placeWindow(readWindowState(kept.ok ? kept.value.toString('utf8') : ''), screens);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: 'Rostrum',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: {
      preload,
      devTools,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      // Chromium would fetch its dictionaries from the network.
      spellcheck: false,
    },
  });
  if (isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  rememberPlace(window, stateFile);
  beginAgainAfterCrash(window);
  await window.loadURL(`${appOrigin}/`);
  return window;
}

/** Brings the window to the front. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Keeps the window's place a moment after its last change. That it cannot be kept is no reason to trouble anybody. */
function rememberPlace(window: BrowserWindow, stateFile: string): void {
  let waiting: NodeJS.Timeout | undefined;
  const remember = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (window.isDestroyed()) return;
      const state = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
      void writeWhole(stateFile, Buffer.from(writeWindowState(state)));
    }, 400);
  };
  window.on('resize', remember);
  window.on('move', remember);
  window.on('maximize', remember);
  window.on('unmaximize', remember);
  window.on('closed', () => clearTimeout(waiting));
}

/** What the delegate wrote is in the journal, so the page can begin again; but not over and over. */
function beginAgainAfterCrash(window: BrowserWindow): void {
  let last = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    const now = performance.now();
    if (reason === 'clean-exit' || now - last < 10_000) return;
    last = now;
    window.webContents.reload();
  });
}

/** The file that remembers the window, in the data folder. */
export function windowStateFile(dataFolder: string): string {
  return join(dataFolder, 'window.json');
}
