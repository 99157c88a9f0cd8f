// Electron's BrowserWindow over a page of Chromium: no frame, no title bar, no way to drag it.

import { EventEmitter } from 'node:events';
import { allow, only } from './only.mjs';
import { WebContents } from './web-contents.mjs';

const options = [
  'x',
  'y',
  'width',
  'height',
  'minWidth',
  'minHeight',
  'title',
  'show',
  'backgroundColor',
  'webPreferences',
];
// What each preference must be: the stand-in's pages cannot be otherwise.
const fixed = {
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
  spellcheck: false,
};
const free = ['preload', 'devTools', 'javascript'];

/** The class, for one app: `windows` holds the windows that are open, `onCreated` hears of each page. */
export function browserWindowClass({ platform, windows, onCreated }) {
  return class BrowserWindow extends EventEmitter {
    constructor(given = {}) {
      super();
      allow('BrowserWindow', given, options);
      const preferences = given.webPreferences ?? {};
      allow('webPreferences', preferences, [...Object.keys(fixed), ...free]);
      for (const [name, value] of Object.entries(preferences)) {
        if (name in fixed && fixed[name] !== value)
          throw new Error(`webPreferences.${name} can only be ${fixed[name]} in the Electron stand-in`);
      }
      this.bounds = { x: given.x ?? 0, y: given.y ?? 0, width: given.width ?? 800, height: given.height ?? 600 };
      this.state = { isMaximized: false, isMinimized: false, isVisible: given.show ?? true };
      const { width, height } = this.bounds;
      const contents = new WebContents({ ...platform, preferences, size: { width, height } });
      contents.once('dom-ready', () => this.emit('ready-to-show'));
      contents.once('destroyed', () => this.wasClosed());
      this.contents = contents;
      this.webContents = only('webContents', contents);
      windows.add(this);
      onCreated(this.webContents);
      return only('BrowserWindow', this);
    }

    static fromWebContents(contents) {
      return [...windows].find((window) => window.webContents === contents) ?? null;
    }

    static getAllWindows() {
      return [...windows];
    }

    loadURL(url) {
      return this.contents.loadURL(url);
    }

    show() {
      this.state.isVisible = true;
    }

    focus() {
      void this.contents.opened.then(() => this.contents.command('Page.bringToFront'));
    }

    isVisible() {
      return this.state.isVisible;
    }

    isMinimized() {
      return this.state.isMinimized;
    }

    restore() {
      this.state.isMinimized = false;
    }

    isMaximized() {
      return this.state.isMaximized;
    }

    maximize() {
      this.state.isMaximized = true;
      this.emit('maximize');
    }

    getNormalBounds() {
      return this.bounds;
    }

    isDestroyed() {
      return this.contents.isDestroyed();
    }

    close() {
      this.contents.close();
    }

    destroy() {
      this.contents.close();
    }

    wasClosed() {
      windows.delete(this);
      this.emit('closed');
    }
  };
}
