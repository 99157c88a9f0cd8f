import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, succeed, type Result } from '../../shared/result';
import { saveAsTyped, type Saver, type SaveState } from './save-as-typed';

type Trouble = { readonly kind: 'disk-full' };

type Desk = {
  readonly saver: Saver;
  /** Texts handed to the journal, in order. */
  readonly handed: readonly string[];
  readonly states: readonly SaveState<Trouble>[];
  /** Answers the oldest save that waits. */
  readonly answer: (result: Result<unknown, Trouble>) => Promise<void>;
};

function desk(): Desk {
  const handed: string[] = [];
  const states: SaveState<Trouble>[] = [];
  const waiting: ((result: Result<unknown, Trouble>) => void)[] = [];
  const saver = saveAsTyped<Trouble>({
    save: async (text) => {
      handed.push(text);
      return new Promise((resolve) => waiting.push(resolve));
    },
    onState: (state) => states.push(state),
    delay: 400,
  });
  const answer = async (result: Result<unknown, Trouble>): Promise<void> => {
    await vi.advanceTimersByTimeAsync(0);
    waiting.shift()?.(result);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { saver, handed, states, answer };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a text saved as it is typed', () => {
  it('is handed over once, 400 ms after the last key', async () => {
    const { saver, handed } = desk();
    saver.change('A');
    await vi.advanceTimersByTimeAsync(300);
    saver.change('As');
    await vi.advanceTimersByTimeAsync(399);
    expect(handed).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(handed).toEqual(['As']);
  });

  it('is saved only when the journal has answered', async () => {
    const { saver, states, answer } = desk();
    saver.change('Ask');
    void saver.flush();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(states.at(-1)).toEqual({ kind: 'saving' });
    await answer(succeed(undefined));
    expect(states.at(-1)).toEqual({ kind: 'saved' });
  });

  it('is not called saved by the answer to an older text', async () => {
    const { saver, handed, states, answer } = desk();
    saver.change('one');
    void saver.flush();
    await vi.advanceTimersByTimeAsync(0);
    saver.change('two');
    saver.change('three');
    await answer(succeed(undefined));
    expect(states.at(-1)).toEqual({ kind: 'saving' });
    expect(handed).toEqual(['one', 'three']);
    await answer(succeed(undefined));
    expect(states.at(-1)).toEqual({ kind: 'saved' });
  });

  it('is tried again after a refusal, and never lost by it', async () => {
    const { saver, handed, states, answer } = desk();
    saver.change('kept');
    void saver.flush();
    await answer(fail({ kind: 'disk-full' }));
    expect(states.at(-1)).toEqual({ kind: 'refused', error: { kind: 'disk-full' } });
    void saver.flush();
    await answer(succeed(undefined));
    expect(handed).toEqual(['kept', 'kept']);
    expect(states.at(-1)).toEqual({ kind: 'saved' });
  });

  it('is not saved after it was abandoned', async () => {
    const { saver, handed } = desk();
    saver.change('gone');
    saver.abandon();
    await vi.advanceTimersByTimeAsync(1000);
    expect(handed).toEqual([]);
  });

  it('is flushed to the end: the promise waits for the answer', async () => {
    const { saver, answer } = desk();
    saver.change('last words');
    let isDone = false;
    const flushed = saver.flush().then(() => (isDone = true));
    await vi.advanceTimersByTimeAsync(0);
    expect(isDone).toBe(false);
    await answer(succeed(undefined));
    await flushed;
    expect(isDone).toBe(true);
  });
});
