// What is not offered must be noticed: an object that throws, by name, for everything it does not have.

// Asked by the language, by bundles and by debuggers, and rightly answered with undefined.
const askedByEverybody = new Set([
  'then',
  'toJSON',
  '__esModule',
  'default',
  'constructor',
  'prototype',
  'inspect',
  'nodeType',
  'splice',
  'length',
]);

/** `offered`, which throws for every other name. */
export function only(name, offered) {
  return new Proxy(offered, {
    get: (target, key, receiver) => {
      if (key in target || typeof key === 'symbol' || askedByEverybody.has(key))
        return Reflect.get(target, key, receiver);
      throw new Error(`${name}.${key} is not offered by the Electron stand-in`);
    },
  });
}

/** Throws when `options` has a key that is not in `known`. */
export function allow(name, options, known) {
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) throw new Error(`${name}: the option ${key} is not offered by the Electron stand-in`);
  }
}
