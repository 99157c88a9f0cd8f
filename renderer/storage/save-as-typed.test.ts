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

  it('is saved two seconds after the first key of a text typed without a pause', async () => {
    const { saver, handed } = desk();
    for (let keys = 1; keys <= 21; keys += 1) {
      saver.change('x'.repeat(keys));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(handed).toEqual(['x'.repeat(20)]);
  });

  it('is handed over before a flush first waits', () => {
    const { saver, handed } = desk();
    saver.change('at once');
    void saver.flush();
    expect(handed).toEqual(['at once']);
  });

  it('is handed over at once by leaving, even while an older one is under way', async () => {
    const { saver, handed, states, answer } = desk();
    saver.change('one');
    void saver.flush();
    saver.change('two');
    saver.leave();
    expect(handed).toEqual(['one', 'two']);
    await answer(succeed(undefined));
    await answer(succeed(undefined));
    expect(handed).toEqual(['one', 'two']);
    expect(states.at(-1)).toEqual({ kind: 'saved' });
    expect(saver.unsaved()).toBeUndefined();
  });

  it('is tried again by itself after a refusal, at longer and longer intervals', async () => {
    const { saver, handed, answer } = desk();
    saver.change('kept');
    void saver.flush();
    await answer(fail({ kind: 'disk-full' }));
    expect(saver.unsaved()).toBe('kept');
    await vi.advanceTimersByTimeAsync(2000);
    expect(handed).toHaveLength(2);
    await answer(fail({ kind: 'disk-full' }));
    await vi.advanceTimersByTimeAsync(3999);
    expect(handed).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(handed).toHaveLength(3);
  });

  it('is not put back by the refusal of a save that was under way when it was abandoned', async () => {
    const { saver, handed, states, answer } = desk();
    saver.change('gone');
    void saver.flush();
    saver.abandon();
    await answer(fail({ kind: 'disk-full' }));
    expect(states.at(-1)).toEqual({ kind: 'untouched' });
    await saver.flush();
    await vi.advanceTimersByTimeAsync(100_000);
    expect(handed).toEqual(['gone']);
  });

  it('is not said to be saving once it is abandoned', () => {
    const { saver, states } = desk();
    saver.change('gone');
    saver.abandon();
    expect(states.at(-1)).toEqual({ kind: 'untouched' });
  });

  it('is answered for by a flush: refused or saved', async () => {
    const { saver, answer } = desk();
    saver.change('words');
    const flushed = saver.flush();
    await answer(fail({ kind: 'disk-full' }));
    expect(await flushed).toEqual({ kind: 'refused', error: { kind: 'disk-full' } });
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
