// Electron's `app`: life from ready to quit, paths, and the first instance.

import { EventEmitter } from 'node:events';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

export class App extends EventEmitter {
  constructor({ commandLine, instance, chromium, windows }) {
    super();
    Object.assign(this, { commandLine, instance, chromium, windows });
    this.ready = new Promise((resolve) => (this.becomeReady = resolve));
    this.isQuitting = false;
    this.handingOver = undefined;
    instance.onSecond(({ argv, workingDirectory }) => this.emit('second-instance', {}, argv, workingDirectory));
  }

  get isPackaged() {
    return this.commandLine.isPackaged;
  }

  whenReady() {
    return this.ready;
  }

  enableSandbox() {}

  requestSingleInstanceLock() {
    if (!this.instance.isFirst) this.handingOver = this.instance.handOver();
    return this.instance.isFirst;
  }

  getAppPath() {
    return this.commandLine.appPath;
  }

  getVersion() {
    return this.commandLine.manifest.version;
  }

  getName() {
    return this.commandLine.name;
  }

  getPath(name) {
    const paths = {
      userData: this.commandLine.userData,
      home: homedir(),
      temp: tmpdir(),
      downloads: join(homedir(), 'Downloads'),
    };
    if (!(name in paths)) throw new Error(`app.getPath('${name}') is not offered by the Electron stand-in`);
    return paths[name];
  }

  quit() {
    this.isQuitting = true;
    this.emit('before-quit', { preventDefault: () => undefined });
    if (this.windows.size === 0) this.leave();
    for (const window of this.windows) window.close();
  }

  windowWasClosed() {
    if (this.windows.size > 0) return;
    if (this.isQuitting) this.leave();
    else if (!this.emit('window-all-closed')) this.quit();
  }

  leave() {
    let isPrevented = false;
    this.emit('will-quit', { preventDefault: () => (isPrevented = true) });
    if (!isPrevented) this.exit();
  }

  exit(code = 0) {
    void Promise.resolve(this.handingOver)
      .then(() => this.chromium.close())
      .then(() => {
        this.emit('quit', {}, code);
        process.exit(code);
      });
  }
}
