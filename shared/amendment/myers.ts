// The shortest edit script between two lists, bounded by the number of edits and never by a clock.
// Source: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986).

/** Where the lists differ: `before[beforeFrom, beforeTo)` gives way to `after[afterFrom, afterTo)`. */
export type ListEdit = {
  readonly beforeFrom: number;
  readonly beforeTo: number;
  readonly afterFrom: number;
  readonly afterTo: number;
};

/**
 * The edits that turn `before` into `after`, in order and never touching one another; undefined when more than
 * `maxEdits` single deletions and insertions would be needed.
 */
export function listEdits(
  before: readonly string[],
  after: readonly string[],
  maxEdits: number,
): readonly ListEdit[] | undefined {
  const head = commonHead(before, after);
  const tail = commonTail(before, after, head);
  const left = numbered(before.slice(head, before.length - tail), new Map());
  const right = numbered(after.slice(head, after.length - tail), left.names);
  const trace = furthestReaches(left.list, right.list, maxEdits);
  if (trace === undefined) return undefined;
  return walkBack(trace, left.list.length, right.list.length).map((edit) => ({
    beforeFrom: edit.beforeFrom + head,
    beforeTo: edit.beforeTo + head,
    afterFrom: edit.afterFrom + head,
    afterTo: edit.afterTo + head,
  }));
}

function commonHead(before: readonly string[], after: readonly string[]): number {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  return head;
}

function commonTail(before: readonly string[], after: readonly string[], head: number): number {
  const most = Math.min(before.length, after.length) - head;
  let tail = 0;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return tail;
}

function numbered(list: readonly string[], names: Map<string, number>) {
  const numbers = new Int32Array(list.length);
  list.forEach((text, index) => {
    const known = names.get(text) ?? names.size;
    names.set(text, known);
    numbers[index] = known;
  });
  return { list: numbers, names };
}

/** For each count of edits, the furthest position in `before` on each diagonal −d … d, as Myers' V. */
function furthestReaches(before: Int32Array, after: Int32Array, maxEdits: number): readonly Int32Array[] | undefined {
  const trace: Int32Array[] = [];
  const limit = Math.min(maxEdits, before.length + after.length);
  let reach = new Int32Array([0, 0]);
  for (let edits = 0; edits <= limit; edits += 1) {
    const next = new Int32Array(2 * edits + 3);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = startOf(reach, edits, diagonal);
      let y = x - diagonal;
      while (x < before.length && y < after.length && before[x] === after[y]) {
        x += 1;
        y += 1;
      }
      next[diagonal + edits + 1] = x;
      if (x >= before.length && y >= after.length) {
        trace.push(next);
        return trace;
      }
    }
    trace.push(next);
    reach = next;
  }
  return undefined;
}

// A row for d edits holds diagonal k at index k + d + 1; the row before it holds the same diagonal one index lower.
function startOf(previous: Int32Array, edits: number, diagonal: number): number {
  if (edits === 0) return 0;
  const index = diagonal + edits;
  const fromAbove = previous[index + 1] ?? 0;
  const fromLeft = (previous[index - 1] ?? 0) + 1;
  return goesDown(previous, edits, diagonal) ? fromAbove : fromLeft;
}

function goesDown(previous: Int32Array, edits: number, diagonal: number): boolean {
  if (diagonal === -edits) return true;
  if (diagonal === edits) return false;
  const index = diagonal + edits;
  return (previous[index - 1] ?? 0) < (previous[index + 1] ?? 0);
}

function walkBack(trace: readonly Int32Array[], beforeLength: number, afterLength: number): ListEdit[] {
  const edits: ListEdit[] = [];
  let x = beforeLength;
  let y = afterLength;
  for (let count = trace.length - 1; count > 0; count -= 1) {
    const previous = trace[count - 1] ?? new Int32Array(0);
    const diagonal = x - y;
    const down = goesDown(previous, count, diagonal);
    const startX = down ? (previous[diagonal + 1 + count] ?? 0) : (previous[diagonal - 1 + count] ?? 0);
    const startY = down ? startX - (diagonal + 1) : startX - (diagonal - 1);
    const step = down
      ? { beforeFrom: startX, beforeTo: startX, afterFrom: startY, afterTo: startY + 1 }
      : { beforeFrom: startX, beforeTo: startX + 1, afterFrom: startY, afterTo: startY };
    const later = edits.at(-1);
    if (later !== undefined && later.beforeFrom === step.beforeTo && later.afterFrom === step.afterTo) {
      edits[edits.length - 1] = {
        beforeFrom: step.beforeFrom,
        beforeTo: later.beforeTo,
        afterFrom: step.afterFrom,
        afterTo: later.afterTo,
      };
    } else {
      edits.push(step);
    }
    x = startX;
    y = startY;
  }
  return edits.reverse();
}
