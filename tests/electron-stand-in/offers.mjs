// What `require('electron')` answers in the main process: what the app uses, and a named exception for all else.

import { addressBook } from './address.mjs';
import { App } from './app.mjs';
import { browserWindowClass } from './browser-window.mjs';
import { only } from './only.mjs';
import { makeSession } from './session.mjs';

// Events of DevTools that pages listen for (web-contents.mjs).
const pageEvents = [
  'Page.domContentEventFired',
  'Page.loadEventFired',
  'Page.frameNavigated',
  'Inspector.targetCrashed',
  'Runtime.executionContextCreated',
  'Runtime.bindingCalled',
];

export function offerElectron({ commandLine, instance, chromium }) {
  const windows = new Set();
  const addresses = addressBook();
  const app = new App({ commandLine, instance, chromium, windows });
  const pages = () => [...windows].map((window) => window.contents);
  const frames = new Map();
  const findContents = (frameId) => {
    const own = pages().find((contents) => contents.targetId === frameId);
    return own === undefined
      ? { contents: frames.get(frameId), isMainFrame: false }
      : { contents: own, isMainFrame: true };
  };
  const { session, protocol, settlePermissions } = makeSession({ chromium, addresses, findContents });
  const ipc = makeIpc();
  const BrowserWindow = browserWindowClass({
    platform: { chromium, addresses, ipc, session: { settlePermissions } },
    windows,
    onCreated: (contents) => {
      app.emit('web-contents-created', {}, contents);
      contents.once('destroyed', () => setImmediate(() => app.windowWasClosed()));
    },
  });

  const bySession = (sessionId) => pages().find((contents) => contents.sessionId === sessionId);
  for (const event of pageEvents) chromium.on(event, (params, sessionId) => bySession(sessionId)?.hear(event, params));
  chromium.on('Page.frameAttached', ({ frameId }, sessionId) => frames.set(frameId, bySession(sessionId)));
  chromium.on('Target.targetDestroyed', ({ targetId }) => findContents(targetId).contents?.wasClosed());

  return {
    module: only('electron', {
      app: only('app', app),
      BrowserWindow,
      session: only('session', { defaultSession: session }),
      protocol,
      ipcMain: ipc.ipcMain,
      webContents: only('webContents', {
        fromDevToolsTargetId: (targetId) => pages().find((contents) => contents.targetId === targetId),
      }),
      ...desktopOffers(),
    }),
    becomeReady: async () => {
      await chromium.send('Target.setDiscoverTargets', { discover: true });
      await chromium.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
      await chromium.send('Browser.setDownloadBehavior', { behavior: 'deny' });
      app.becomeReady();
      app.emit('ready');
    },
  };
}

function makeIpc() {
  const handlers = new Map();
  return {
    ipcMain: only('ipcMain', {
      handle: (channel, handler) => {
        if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
        handlers.set(channel, handler);
      },
    }),
    invoke: async (channel, event, args) => {
      const handler = handlers.get(channel);
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      return handler(event, ...args);
    },
  };
}

/** Without a desktop there are no dialogs to answer: a test that needs one puts its own function in its place. */
function desktopOffers() {
  const noDialog = (name) => async () => {
    throw new Error(`dialog.${name}: the stand-in has no dialogs; replace it from the test`);
  };
  let applicationMenu = null;
  return {
    dialog: only('dialog', {
      showSaveDialog: noDialog('showSaveDialog'),
      showOpenDialog: noDialog('showOpenDialog'),
      showMessageBox: noDialog('showMessageBox'),
      showErrorBox: (title, content) => process.stderr.write(`${title}\n${content}\n`),
    }),
    safeStorage: only('safeStorage', { isAsyncEncryptionAvailable: async () => false }),
    shell: only('shell', { openExternal: noDialog('openExternal') }),
    nativeTheme: only('nativeTheme', { shouldUseDarkColors: false }),
    screen: only('screen', {
      getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1366, height: 738 } }],
    }),
    Menu: only('Menu', {
      buildFromTemplate: (template) => ({ items: template }),
      setApplicationMenu: (menu) => (applicationMenu = menu),
      getApplicationMenu: () => applicationMenu,
    }),
  };
}
