// React keys for parts of a report, which have no identity of their own: what a part says, and how many before it say
// the same.

export type Keyed<T> = { readonly key: string; readonly part: T };

/** Each part with a key that is unique among `parts`, and stays the same while what stands before it is the same. */
export function keyed<T>(parts: readonly T[], wordsOf: (part: T) => string): readonly Keyed<T>[] {
  const seen = new Map<string, number>();
  return parts.map((part) => {
    const words = wordsOf(part);
    const before = seen.get(words) ?? 0;
    seen.set(words, before + 1);
    return { key: `${before} ${words}`, part };
  });
}
