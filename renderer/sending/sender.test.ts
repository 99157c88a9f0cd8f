import { describe, expect, it } from 'vitest';
import { fail, succeed, type Result } from '../../shared/result';
import { makeSender, type SendState } from './sender';

type Failure = { readonly kind: string; readonly retryAfter?: number };

/** A sender whose sendings are answered by hand, and whose clock goes on by hand. */
function stage() {
  const states: SendState<string, Failure>[] = [];
  const asked: ((answer: Result<string, Failure>) => void)[] = [];
  const waiting: { readonly at: number; readonly call: () => void }[] = [];
  let clock = 0;
  const sender = makeSender<string, Failure>({
    send: async () => new Promise((answer) => asked.push(answer)),
    onState: (_, state) => states.push(state),
    now: () => clock,
    random: () => 1,
    later: (milliseconds, call) => {
      const one = { at: clock + milliseconds, call };
      waiting.push(one);
      return () => void waiting.splice(waiting.indexOf(one), 1);
    },
  });
  const answer = async (with_: Result<string, Failure>): Promise<void> => {
    asked.shift()?.(with_);
    await Promise.resolve();
    await Promise.resolve();
  };
  const goOn = (milliseconds: number): void => {
    clock += milliseconds;
    const due = waiting.filter(({ at }) => at <= clock);
    for (const one of due) {
      waiting.splice(waiting.indexOf(one), 1);
      one.call();
    }
  };
  return { sender, states, asked, answer, goOn };
}

const offline = fail({ kind: 'offline' });

describe('a log', () => {
  it('is sent, and at rest then', async () => {
    const { sender, states, answer } = stage();
    sender.send('office');
    await answer(succeed('2 sent'));
    expect(states).toEqual([{ kind: 'sending' }, { kind: 'rest', at: 0, sent: '2 sent' }]);
  });

  it('that is wanted again while it is being sent is sent once more, and never twice at once', async () => {
    const { sender, states, asked, answer } = stage();
    sender.send('office');
    sender.send('office');
    sender.send('office');
    expect(asked).toHaveLength(1);
    await answer(succeed('1 sent'));
    expect(asked).toHaveLength(1);
    await answer(succeed('1 more sent'));
    expect(asked).toHaveLength(0);
    expect(states.at(-1)).toMatchObject({ sent: '1 more sent' });
  });

  it('waits longer each time that the network is away, and goes when it is back', async () => {
    const { sender, states, asked, answer, goOn } = stage();
    sender.send('office');
    await answer(offline);
    expect(states.at(-1)).toMatchObject({ kind: 'waiting', until: 2000 });
    goOn(2000);
    await answer(offline);
    expect(states.at(-1)).toMatchObject({ kind: 'waiting', until: 6000 });
    goOn(3999);
    expect(asked).toHaveLength(0);
    goOn(1);
    await answer(succeed('sent'));
    expect(states.at(-1)).toMatchObject({ kind: 'rest' });
  });

  it('waits as long as the server asks', async () => {
    const { sender, states, answer } = stage();
    sender.send('office');
    await answer(fail({ kind: 'busy', retryAfter: 40_000 }));
    expect(states.at(-1)).toMatchObject({ kind: 'waiting', until: 40_000 });
  });

  it('that somebody sends by hand does not wait, and its waiting begins anew', async () => {
    const { sender, states, asked, answer, goOn } = stage();
    sender.send('office');
    await answer(offline);
    goOn(2000);
    await answer(offline);
    sender.send('office');
    expect(asked).toHaveLength(1);
    await answer(offline);
    expect(states.at(-1)).toMatchObject({ until: 4000 });
    goOn(10_000);
    expect(asked).toHaveLength(1);
  });

  it('stops where trying again is of no use', async () => {
    const { sender, states, asked, answer, goOn } = stage();
    sender.send('office');
    await answer(fail({ kind: 'not-allowed' }));
    expect(states.at(-1)).toEqual({ kind: 'stopped', failure: { kind: 'not-allowed' } });
    goOn(1_000_000);
    expect(asked).toHaveLength(0);
  });

  it('is let be when the app goes', async () => {
    const { sender, states, asked, answer, goOn } = stage();
    sender.send('office');
    await answer(offline);
    sender.stop();
    goOn(1_000_000);
    sender.send('office');
    expect(asked).toHaveLength(0);
    expect(states).toHaveLength(2);
  });
});
