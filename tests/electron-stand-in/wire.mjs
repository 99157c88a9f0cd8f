// What crosses between main process and page: the structured clone of Electron's IPC, as far as the app uses it, as
// JSON with bytes in base64. `pack` and `unpack` run in both, so this text is also given to the page.

/** The functions' text for the page's isolated world, where this file cannot be imported. */
export const wireSource = `const pack = ${pack.toString()}; const unpack = ${unpack.toString()};`;

/** `value` for JSON.stringify. Throws for what cannot be cloned, as Electron does, and for what is not offered. */
export function pack(value) {
  if (value === undefined) return { $: 'undefined' };
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $: 'number', text: String(value) };
  if (typeof value === 'function' || typeof value === 'symbol') throw new Error('An object could not be cloned.');
  if (Array.isArray(value)) return value.map(pack);
  if (ArrayBuffer.isView(value)) {
    const base64 = typeof Buffer === 'function' ? Buffer.from(value).toString('base64') : value.toBase64();
    return { $: 'bytes', base64 };
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new Error(`A ${value.constructor.name} over IPC is not offered by the Electron stand-in`);
  }
  const members = Object.entries(value).map(([key, member]) => [key, pack(member)]);
  return { $: 'object', members };
}

/** What `pack` was given. */
export function unpack(packed) {
  if (Array.isArray(packed)) return packed.map(unpack);
  if (typeof packed !== 'object' || packed === null) return packed;
  if (packed.$ === 'undefined') return undefined;
  if (packed.$ === 'number') return Number(packed.text);
  if (packed.$ === 'object') return Object.fromEntries(packed.members.map(([key, member]) => [key, unpack(member)]));
  return typeof Buffer === 'function'
    ? new Uint8Array(Buffer.from(packed.base64, 'base64'))
    : Uint8Array.fromBase64(packed.base64);
}
