import { expect, it } from 'vitest';
import { deriveOperations } from '../../shared/amendment/derive-operations';
import { substantiveMotion } from '../../shared/amendment/substantive-motion';
import { trackedRuns } from '../../shared/amendment/tracked-runs';
import { amendmentId, clauseId, textVersionId } from '../../shared/ids';
import type { Clause } from '../../shared/motion/clause';
import type { TextVersion } from '../../shared/motion/motion';
import { clausesByAmendment } from './clauses-by-amendment';

const clause = (id: string, text: string): Clause => ({ id: clauseId(id), kind: 'paragraph', depth: 0, text });
const base: TextVersion = {
  id: textVersionId('t'),
  title: 'Lamps',
  clauses: [clause('c1', 'The lamps on the quay are out.'), clause('c2', 'The buoys are red.')],
};
const amend = (id: string, ...clauses: readonly Clause[]) => ({
  id: amendmentId(id),
  operations: deriveOperations(base, clauses),
});

it('every change is named by its amendment, and the runs are those of the tracked text', () => {
  const { changes } = substantiveMotion(base, [
    amend('1', clause('c1', 'The old lamps on the quay are out.'), clause('c2', 'The buoys are red.')),
    amend('2', clause('c1', 'The lamps on the quay are off.'), { ...clause('x', 'Say so.'), kind: 'item', depth: 1 }),
  ]);
  const tracked = trackedRuns(
    base,
    changes.map(({ operation }) => operation),
  );
  if (!tracked.ok) throw new Error('two amendments in different words fit each other');
  const named = clausesByAmendment(tracked.value, changes);
  const said = named.map(({ runs }) =>
    runs.map(({ kind, text, by }) => (by === undefined ? text : `[${kind} ${by}:${text}]`)).join(''),
  );
  expect(said).toEqual([
    'The [inserted 1:old ]lamps on the quay are [deleted 2:out][inserted 2:off].',
    '[inserted 2:Say so.]',
    '[deleted 2:The buoys are red.]',
  ]);
  expect(named.map(({ runs }) => runs.map(({ text }) => text).join(''))).toEqual(
    tracked.value.map(({ runs }) => runs.map(({ text }) => text).join('')),
  );
});
