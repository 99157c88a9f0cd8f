// A place that is asked again, after a while, when its answer was one that passes.

import type { FolderFailure } from '../../shared/desktop-contract';
import { retryDelay } from '../../shared/bundle/retry-delay';
import type { Result } from '../../shared/result';
import type { PushPlace } from './push-place';

export type Patience = {
  /** How often each request is made at most. */
  readonly attempts: number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** 0 to 1. */
  readonly random: () => number;
};

/** `place`, each request of which is repeated as `retryDelay` has it. All of them may be: none does harm twice. */
export function patientPlace(place: PushPlace, patience: Patience): PushPlace {
  const again = async <T>(work: () => Promise<Result<T, FolderFailure>>): Promise<Result<T, FolderFailure>> => {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await work();
      if (answer.ok || attempt >= patience.attempts) return answer;
      const wait = retryDelay(answer.error, attempt, patience.random);
      if (wait === undefined) return answer;
      await patience.sleep(wait);
    }
  };
  return {
    read: async (path, limit) => again(async () => place.read(path, limit)),
    write: async (path, bytes, condition) => again(async () => place.write(path, bytes, condition)),
    list: async (path) => again(async () => place.list(path)),
    remove: async (path) => again(async () => place.remove(path)),
  };
}
