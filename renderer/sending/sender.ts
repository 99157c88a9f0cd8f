// When logs are sent: one at a time each, again when trouble passes, at once when told to. Knows no network and no
// clock of its own.

import { retryDelay, type Trouble } from '../../shared/bundle/retry-delay';
import type { Result } from '../../shared/result';

/** How sending one log stands. Times are epoch milliseconds. */
export type SendState<T, E> =
  | { readonly kind: 'sending' }
  | { readonly kind: 'rest'; readonly at: number; readonly sent: T }
  /** It passes by itself, and is tried again at `until`. */
  | { readonly kind: 'waiting'; readonly failure: E; readonly until: number }
  /** Trying again is of no use until somebody has done something. */
  | { readonly kind: 'stopped'; readonly failure: E };

export type SenderPorts<T, E extends Trouble> = {
  /** Sends the log of this name. Never called twice at once for one name. */
  readonly send: (name: string) => Promise<Result<T, E>>;
  readonly onState: (name: string, state: SendState<T, E>) => void;
  readonly now: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  /** Calls back after so many milliseconds, unless the answer is called first. */
  readonly later: (milliseconds: number, call: () => void) => () => void;
};

export type Sender = {
  /** Sends now, or once more when it is being sent already: what came to it meanwhile is not to wait. */
  readonly send: (name: string) => void;
  /** Nothing more is begun or said; what is under way ends by itself. */
  readonly stop: () => void;
};

type Course = { isUnderWay: boolean; isWanted: boolean; attempts: number; cancel: () => void };

/** A sender. `send` of it counts as pressed by somebody: it begins the waiting times anew. */
export function makeSender<T, E extends Trouble>(ports: SenderPorts<T, E>): Sender {
  const courses = new Map<string, Course>();
  let isStopped = false;

  const courseOf = (name: string): Course => {
    const course = courses.get(name) ?? { isUnderWay: false, isWanted: false, attempts: 0, cancel: () => undefined };
    courses.set(name, course);
    return course;
  };

  const run = async (name: string, course: Course): Promise<void> => {
    course.cancel();
    course.isUnderWay = true;
    course.isWanted = false;
    ports.onState(name, { kind: 'sending' });
    const sent = await ports.send(name);
    course.isUnderWay = false;
    if (isStopped) return;
    if (course.isWanted) {
      void run(name, course);
      return;
    }
    course.attempts = sent.ok ? 0 : course.attempts + 1;
    ports.onState(name, conclude(name, course, sent));
  };

  const conclude = (name: string, course: Course, sent: Result<T, E>): SendState<T, E> => {
    if (sent.ok) return { kind: 'rest', at: ports.now(), sent: sent.value };
    const wait = retryDelay(sent.error, course.attempts, ports.random);
    if (wait === undefined) return { kind: 'stopped', failure: sent.error };
    course.cancel = ports.later(wait, () => void run(name, course));
    return { kind: 'waiting', failure: sent.error, until: ports.now() + wait };
  };

  return {
    send: (name) => {
      if (isStopped) return;
      const course = courseOf(name);
      course.attempts = 0;
      if (course.isUnderWay) course.isWanted = true;
      else void run(name, course);
    },
    stop: () => {
      isStopped = true;
      for (const course of courses.values()) course.cancel();
    },
  };
}
