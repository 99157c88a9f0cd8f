// JSON as a type, and the check that a value from outside is nothing else.

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export type JsonObject = { readonly [key: string]: JsonValue };

/** Nothing in the field nests deeper, or holds more in one record; a cycle runs into one of the two. */
const deepest = 64;
const mostValues = 1_000_000;

/**
 * Whether `value` is plain JSON: finite numbers, arrays without holes, objects without a class and without the key
 * `__proto__`. Walks with a list of its own instead of recursion, so that no input can exhaust the stack.
 */
export function isPlainJson(value: unknown): value is JsonValue {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  let seen = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    seen += 1;
    if (isScalar(next.value)) continue;
    const inside = valuesInside(next.value);
    if (inside === undefined || next.depth === deepest) return false;
    if (seen + waiting.length + inside.length > mostValues) return false;
    const depth = next.depth + 1;
    for (const one of inside) waiting.push({ value: one, depth });
  }
  return true;
}

function isScalar(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return value === null || typeof value === 'string' || typeof value === 'boolean';
}

/** What an array or a plain object holds; undefined for everything that is neither. */
function valuesInside(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  // The prototype of the prototype, because an object may come from another realm with an `Object` of its own.
  const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
  return isPlain && !Object.hasOwn(value, '__proto__') ? Object.values(value) : undefined;
}
