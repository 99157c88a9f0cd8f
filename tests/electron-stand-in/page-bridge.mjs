// The two halves of Electron's context bridge, as text for the page: the preload's isolated world and the page's own.
// They share the document and nothing else, so they talk in events on it; an event's detail is cloned between worlds.

import { wireSource } from './wire.mjs';

export const isolatedWorld = 'Electron Isolated Context';
export const binding = 'standInSend';

/** Runs in both worlds: calls of functions and settling of promises across, by number. Answers `{ ask, encode }`. */
function connectWorlds(outgoing, incoming, onMessage) {
  const functions = [];
  const promises = new Map();
  const replies = [];
  const dispatch = window.dispatchEvent.bind(window);
  const say = (message) => dispatch(new CustomEvent(outgoing, { detail: message }));
  const ask = (message) => {
    say(message);
    const reply = replies.pop();
    if (reply.error !== undefined) throw new Error(reply.error);
    return decode(reply.value);
  };
  const encode = (value) => {
    if (typeof value === 'function') return { $: 'function', id: functions.push(value) - 1 };
    if (value instanceof Promise) {
      const id = functions.push(value) - 1;
      value.then(
        (result) => say({ kind: 'settle', id, value: encode(result) }),
        (error) => say({ kind: 'settle', id, error: error.message }),
      );
      return { $: 'promise', id };
    }
    if (Array.isArray(value)) return value.map(encode);
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    return { $: 'object', members: Object.entries(value).map(([key, member]) => [key, encode(member)]) };
  };
  const decode = (value) => {
    if (Array.isArray(value)) return Object.freeze(value.map(decode));
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    if (value.$ === 'function') return (...args) => ask({ kind: 'call', id: value.id, args: args.map(encode) });
    if (value.$ === 'promise') return new Promise((resolve, reject) => promises.set(value.id, { resolve, reject }));
    return Object.fromEntries(value.members.map(([key, member]) => [key, decode(member)]));
  };
  const answer = (work) => {
    try {
      say({ kind: 'reply', value: encode(work()) });
    } catch (error) {
      say({ kind: 'reply', error: error.message });
    }
  };
  window.addEventListener(incoming, ({ detail }) => {
    if (detail.kind === 'reply') replies.push(detail);
    else if (detail.kind === 'call') answer(() => functions[detail.id](...detail.args.map(decode)));
    else if (detail.kind === 'settle') {
      const { resolve, reject } = promises.get(detail.id);
      promises.delete(detail.id);
      if (detail.error === undefined) resolve(decode(detail.value));
      else reject(new Error(detail.error));
    } else answer(() => onMessage(detail, decode));
  });
  return { ask, encode };
}

/** Runs in the page's own world, before anything of the page. */
function exposeToPage({ key, value }, decode) {
  const freeze = (api) => (typeof api === 'object' && api !== null ? Object.freeze(api) : api);
  Object.defineProperty(window, key, { value: freeze(decode(value)), enumerable: true });
}

/** Runs in the isolated world: what `require('electron')` answers in the preload, and how messages come in. */
function makeElectron(bridge, send) {
  const waiting = new Map();
  const listeners = new Map();
  let lastId = 0;
  globalThis.standInReceive = (text) => {
    const message = unpack(JSON.parse(text));
    if (message.channel !== undefined) {
      for (const listener of listeners.get(message.channel) ?? []) listener({}, ...message.args);
      return;
    }
    const { resolve, reject } = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) resolve(message.value);
    else reject(new Error(message.error));
  };
  const ipcRenderer = {
    invoke: (channel, ...args) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        const text = JSON.stringify(pack({ id: lastId, channel, args }));
        waiting.set(lastId, { resolve, reject });
        send(text);
      }),
    on: (channel, listener) => listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
    removeListener: (channel, listener) =>
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((one) => one !== listener),
      ),
  };
  const contextBridge = {
    exposeInMainWorld: (key, api) => bridge.ask({ kind: 'expose', key, value: bridge.encode(api) }),
  };
  const refuse = (name) => (target, key) => {
    if (key in target || typeof key === 'symbol') return target[key];
    throw new Error(`${name}.${key} is not offered by the Electron stand-in`);
  };
  const only = (name, offered) => new Proxy(offered, { get: refuse(name) });
  return only('electron', {
    ipcRenderer: only('ipcRenderer', ipcRenderer),
    contextBridge: only('contextBridge', contextBridge),
  });
}

/** The script for the page's own world. `token` is a secret of the two worlds. */
export function pageWorldScript(token) {
  return `if (window === window.top) {
    const exposeToPage = ${exposeToPage.toString()};
    (${connectWorlds.toString()})(${JSON.stringify(`${token}-in`)}, ${JSON.stringify(`${token}-out`)}, exposeToPage);
  }`;
}

/** The script for the isolated world: the preload, with the little that a sandboxed preload may require. */
export function isolatedWorldScript(token, preload) {
  return `if (window === window.top) {
    ${wireSource}
    const bridge = (${connectWorlds.toString()})(${JSON.stringify(`${token}-out`)}, ${JSON.stringify(`${token}-in`)}, () => undefined);
    const electron = (${makeElectron.toString()})(bridge, globalThis.${binding});
    const require = (name) => {
      if (name === 'electron') return electron;
      throw new Error('A sandboxed preload may not require ' + name);
    };
    const module = { exports: {} };
    (function (require, module, exports) { ${preload}
    })(require, module, module.exports);
  }`;
}
