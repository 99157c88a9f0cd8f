import { expect, it } from 'vitest';
import type { DesktopAnswer, DesktopBridge } from '../../shared/desktop-contract';
import { fail, succeed } from '../../shared/result';
import { watchSaving, type SavingState } from './watch-saving';

type Answer = DesktopAnswer<'appendToJournal'>;

/** Only the request that is watched; asking for another is a fault of the test. */
function watched(): {
  readonly append: () => Promise<Answer>;
  readonly answers: ((answer: Answer) => void)[];
  readonly states: SavingState[];
} {
  const answers: ((answer: Answer) => void)[] = [];
  const states: SavingState[] = [];
  const journal: Pick<DesktopBridge, 'appendToJournal'> = {
    appendToJournal: async () => new Promise((resolve) => answers.push(resolve)),
  };
  const desktop = watchSaving(journal, (state) => states.push(state));
  const append = async (): Promise<Answer> => desktop.appendToJournal({ store: 'own', deeds: [] });
  return { append, answers, states };
}

const kept = succeed({ journalId: 'j', from: 0, entries: [] });

it('everything is saved only when the last deed under way is', async () => {
  const { append, answers, states } = watched();
  const both = [append(), append()];
  answers[0]?.(kept);
  await both[0];
  expect(states.at(-1)).toEqual({ kind: 'saving' });
  answers[1]?.(kept);
  await both[1];
  expect(states.at(-1)).toEqual({ kind: 'saved' });
});

it('a refusal is said, and stays until something is kept again', async () => {
  const { append, answers, states } = watched();
  const first = append();
  answers[0]?.(fail({ kind: 'disk-full' }));
  expect(await first).toEqual(fail({ kind: 'disk-full' }));
  expect(states.at(-1)).toEqual({ kind: 'refused', error: { kind: 'disk-full' } });
  const second = append();
  answers[1]?.(kept);
  await second;
  expect(states.at(-1)).toEqual({ kind: 'saved' });
});
