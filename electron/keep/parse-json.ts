// JSON from a disk, where anything may stand.

/** The JSON value of `text`; undefined, which no JSON text stands for, when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
