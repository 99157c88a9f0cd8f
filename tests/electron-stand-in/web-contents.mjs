// A page: its DevTools session, its preload, its messages, and the events of Electron's WebContents that the app uses.

import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { allow } from './only.mjs';
import { binding, isolatedWorld, isolatedWorldScript, pageWorldScript } from './page-bridge.mjs';
import { pack, unpack } from './wire.mjs';

const pdfOptions = ['printBackground', 'preferCSSPageSize', 'generateTaggedPDF', 'generateDocumentOutline'];

export class WebContents extends EventEmitter {
  constructor({ chromium, addresses, ipc, session, preferences, size }) {
    super();
    Object.assign(this, { chromium, addresses, ipc, session });
    this.url = '';
    this.destroyed = false;
    // Navigations that the main process asked for: all others are the page's own.
    this.ownNavigations = 0;
    this.opened = this.open(preferences, size);
    this.opened.catch((error) =>
      process.nextTick(() => {
        throw error;
      }),
    );
  }

  async open(preferences, size) {
    const { targetId } = await this.chromium.send('Target.createTarget', { url: 'about:blank', ...size });
    this.targetId = targetId;
    const { sessionId } = await this.chromium.send('Target.attachToTarget', { targetId, flatten: true });
    this.sessionId = sessionId;
    await this.command('Page.enable');
    await this.command('Inspector.enable');
    if (preferences.javascript === false) await this.command('Emulation.setScriptExecutionDisabled', { value: true });
    if (preferences.preload === undefined) return;
    const token = randomUUID();
    const preload = readFileSync(preferences.preload, 'utf8');
    await this.command('Runtime.enable');
    await this.command('Runtime.addBinding', { name: binding, executionContextName: isolatedWorld });
    await this.command('Page.addScriptToEvaluateOnNewDocument', { source: pageWorldScript(token) });
    await this.command('Page.addScriptToEvaluateOnNewDocument', {
      source: isolatedWorldScript(token, preload),
      worldName: isolatedWorld,
    });
  }

  command(method, params) {
    return this.chromium.send(method, params, this.sessionId);
  }

  /** An event of the page's DevTools session. */
  hear(method, params) {
    if (method === 'Page.domContentEventFired') this.emit('dom-ready');
    if (method === 'Page.loadEventFired') this.emit('did-finish-load');
    if (method === 'Inspector.targetCrashed') this.emit('render-process-gone', {}, { reason: 'crashed' });
    if (method === 'Page.frameNavigated' && params.frame.parentId === undefined) {
      this.url = this.addresses.fromChromium(params.frame.url);
    }
    if (method === 'Runtime.executionContextCreated' && params.context.name === isolatedWorld) {
      if (params.context.auxData.frameId === this.targetId) this.contextId = params.context.id;
    }
    if (method === 'Runtime.bindingCalled' && params.name === binding) {
      void this.answerInvoke(unpack(JSON.parse(params.payload)), params.executionContextId);
    }
  }

  async answerInvoke({ id, channel, args }, contextId) {
    const event = { sender: this, senderFrame: { url: this.url, parent: null } };
    let answer;
    try {
      answer = pack({ id, value: await this.ipc.invoke(channel, event, args) });
    } catch (error) {
      answer = pack({ id, error: `Error invoking remote method '${channel}': ${String(error)}` });
    }
    await this.deliver(answer, contextId);
  }

  async deliver(message, contextId) {
    if (this.destroyed || contextId === undefined) return;
    const call = {
      functionDeclaration: 'function (text) { standInReceive(text) }',
      executionContextId: contextId,
      arguments: [{ value: JSON.stringify(message) }],
    };
    // The page may have gone to another document meanwhile: then nobody waits for this any more.
    await this.command('Runtime.callFunctionOn', call).catch(() => undefined);
  }

  send(channel, ...args) {
    void this.opened.then(() => this.deliver(pack({ channel, args }), this.contextId));
  }

  async loadURL(url) {
    await this.opened;
    await this.session.settlePermissions(url);
    this.ownNavigations += 1;
    const loaded = new Promise((resolve) => this.once('did-finish-load', resolve));
    const { errorText } = await this.command('Page.navigate', { url: this.addresses.toChromium(url) });
    if (errorText !== undefined) throw new Error(`${errorText} loading '${url}'`);
    await loaded;
  }

  reload() {
    this.ownNavigations += 1;
    void this.command('Page.reload').catch(() => undefined);
  }

  /** Asks the app about a document request of the page; answers whether it may go on. */
  mayNavigate(url, isMainFrame) {
    if (isMainFrame && this.ownNavigations > 0) {
      this.ownNavigations -= 1;
      return true;
    }
    let isPrevented = false;
    const details = { url, isMainFrame, preventDefault: () => (isPrevented = true) };
    if (isMainFrame) this.emit('will-navigate', details, url);
    this.emit('will-frame-navigate', details);
    return !isPrevented;
  }

  setWindowOpenHandler(handler) {
    // Chromium was started so that no page can open another.
    const { action } = handler({ url: 'https://elsewhere.example/' });
    if (action !== 'deny') throw new Error('window.open that is not denied is not offered by the Electron stand-in');
  }

  setWebRTCIPHandlingPolicy(policy) {
    // Chromium was started with this one.
    if (policy !== 'disable_non_proxied_udp') throw new Error(`${policy} is not offered by the Electron stand-in`);
  }

  async printToPDF(options) {
    allow('printToPDF', options, pdfOptions);
    const { data } = await this.command('Page.printToPDF', options);
    return Buffer.from(data, 'base64');
  }

  getURL() {
    return this.url;
  }

  isDestroyed() {
    return this.destroyed;
  }

  close() {
    void this.opened
      .then(() => this.chromium.send('Target.closeTarget', { targetId: this.targetId }))
      .catch(() => undefined);
  }

  wasClosed() {
    this.destroyed = true;
    this.emit('destroyed');
  }
}
