// Cuts what goes through the page into runs that it passes on between two frames.

/** Runs are no longer than both of these, but for one that is larger by itself. Characters are those of its JSON. */
const longest = { count: 200, characters: 256 * 1024 };

/** All of `things`, in order. */
export function inRuns<T>(things: readonly T[]): readonly (readonly T[])[] {
  const runs: T[][] = [];
  let characters = 0;
  for (const thing of things) {
    const size = JSON.stringify(thing).length;
    const run = runs.at(-1);
    if (run === undefined || run.length === longest.count || characters + size > longest.characters) {
      runs.push([thing]);
      characters = size;
    } else {
      run.push(thing);
      characters += size;
    }
  }
  return runs;
}
