// The two halves of Electron's context bridge, as text for the page: the preload's isolated world and the page's own.
// They share the document and nothing else, so they talk in events on it; an event's detail is cloned between worlds.

import { wireSource } from './wire.mjs';

export const isolatedWorld = 'Electron Isolated Context';
export const binding = 'standInSend';

/**
 * Runs in both worlds: calls of functions and settling of promises across, by number. Answers `{ ask, encode }`. In the
 * page's world it keeps its own hold of what it needs of the language, which a page may change later.
 */
function connectWorlds(outgoing, incoming, onMessage) {
  const { entries, fromEntries, freeze } = Object;
  const { isArray } = Array;
  const isView = ArrayBuffer.isView.bind(ArrayBuffer);
  const NewPromise = Promise;
  const NewEvent = CustomEvent;
  const NewError = Error;
  const then = Function.prototype.call.bind(Reflect.get(Promise.prototype, 'then'));
  const dispatch = window.dispatchEvent.bind(window);
  const each = (list, change) => {
    const changed = [];
    for (let index = 0; index < list.length; index += 1) changed[index] = change(list[index]);
    return changed;
  };
  const shared = [];
  const waiting = Object.create(null);
  let reply;
  const say = (message) => dispatch(new NewEvent(outgoing, { detail: message }));
  const ask = (message) => {
    say(message);
    if (reply.error !== undefined) throw new NewError(reply.error);
    return decode(reply.value);
  };
  const share = (value) => {
    shared[shared.length] = value;
    return shared.length - 1;
  };
  const encode = (value) => {
    if (typeof value === 'function') return { $: 'function', id: share(value) };
    if (value instanceof NewPromise) {
      const id = share(value);
      const settle = (result) => say({ kind: 'settle', id, value: encode(result) });
      then(value, settle, (error) => say({ kind: 'settle', id, error: error.message }));
      return { $: 'promise', id };
    }
    if (isArray(value)) return each(value, encode);
    if (typeof value !== 'object' || value === null || isView(value)) return value;
    return { $: 'object', members: each(entries(value), (member) => [member[0], encode(member[1])]) };
  };
  const decode = (value) => {
    if (isArray(value)) return freeze(each(value, decode));
    if (typeof value !== 'object' || value === null || isView(value)) return value;
    if (value.$ === 'function') return (...args) => ask({ kind: 'call', id: value.id, args: each(args, encode) });
    if (value.$ === 'promise') {
      return new NewPromise((resolve, reject) => {
        waiting[value.id] = { resolve, reject };
      });
    }
    return fromEntries(each(value.members, (member) => [member[0], decode(member[1])]));
  };
  const answer = (work) => {
    try {
      say({ kind: 'reply', value: encode(work()) });
    } catch (error) {
      say({ kind: 'reply', error: error.message });
    }
  };
  window.addEventListener(incoming, ({ detail }) => {
    if (detail.kind === 'reply') reply = detail;
    else if (detail.kind === 'call') answer(() => shared[detail.id](...each(detail.args, decode)));
    else if (detail.kind === 'settle') {
      if (detail.error === undefined) waiting[detail.id].resolve(decode(detail.value));
      else waiting[detail.id].reject(new NewError(detail.error));
      delete waiting[detail.id];
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
