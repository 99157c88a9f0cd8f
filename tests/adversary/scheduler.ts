// A deterministic scheduler: whatever touches the world waits at a gate, and a seeded choice says who goes through next,
// or who falls over where they stand.

/** Numbers from 0 up to 1, the same for the same seed: xorshift with 32 bits (Marsaglia, 2003). */
export function chance(seed: number): () => number {
  let state = (seed * 2 + 1) >>> 0;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 8; round += 1) next();
  return next;
}

async function nextTurn(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Waits for its turn, then does `effect` at once and answers what it answered. */
export type Gate = <T>(effect: () => T) => Promise<T>;

type Waiting = { readonly owner: string; readonly go: () => void; readonly effectOnly: () => void };

export type Scheduler = {
  /** Starts `work` as `owner`, which must not have any under way. */
  readonly start: (owner: string, work: (gate: Gate) => Promise<void>) => void;
  readonly isRunning: (owner: string) => boolean;
  /** Lets one of those who wait go on; false when nobody waits. */
  readonly step: () => Promise<boolean>;
  /** `owner` falls over: nothing it waits for comes back. What was on its way may arrive all the same. */
  readonly crash: (owner: string, doesArrive: () => boolean) => void;
  /** Marks work outside the event loop's turns, such as encryption by the platform. */
  readonly away: <T>(work: Promise<T>) => Promise<T>;
};

export function scheduler(random: () => number): Scheduler {
  const running = new Map<string, symbol>();
  let waiting: Waiting[] = [];
  let away = 0;
  let failure: { readonly error: unknown } | undefined;
  const settle = async (): Promise<void> => {
    await nextTurn();
    for (let work = away; work > 0; work = away) await nextTurn();
    if (failure !== undefined) throw failure.error;
  };
  return {
    start: (owner, work) => {
      const run = Symbol(owner);
      running.set(owner, run);
      const gate: Gate = async (effect) =>
        new Promise((resolve, reject) => {
          if (running.get(owner) !== run) return;
          const go = (): void => {
            try {
              resolve(effect());
            } catch (error) {
              reject(error instanceof Error ? error : new Error(String(error)));
            }
          };
          waiting.push({ owner, go, effectOnly: effect });
        });
      const end = (): void => {
        if (running.get(owner) === run) running.delete(owner);
      };
      work(gate).then(end, (error: unknown) => {
        failure ??= { error };
        end();
      });
    },
    isRunning: (owner) => running.has(owner),
    step: async () => {
      await settle();
      const next = waiting.splice(Math.floor(random() * waiting.length), 1)[0];
      next?.go();
      await settle();
      return next !== undefined;
    },
    crash: (owner, doesArrive) => {
      running.delete(owner);
      const fallen = waiting.filter((one) => one.owner === owner);
      waiting = waiting.filter((one) => one.owner !== owner);
      for (const { effectOnly } of fallen) if (doesArrive()) effectOnly();
    },
    away: async (work) => {
      away += 1;
      try {
        return await work;
      } finally {
        away -= 1;
      }
    },
  };
}
