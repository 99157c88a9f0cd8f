import { describe, expect, it } from 'vitest';
import { htmlParser } from '../../cli/html-parser';
import { amendmentId, conferenceId } from '../../shared/ids';
import { readPaperText } from '../../shared/import/read-paper';
import { changeBetween } from './change-between';
import { indexHeld } from './held-copies';
import type { HeldPapers } from './held-copies';
import type { ArrivingPaper, PartDeed } from './import-session';
import { partsOf, partsOfFiles } from './parts';
import { planKeeping } from './plan-keeping';
import type { KeptPapers } from './plan-keeping';

const motion = (words: string, number = '4'): string => `${number}. Safe stairs

Conference notes that the stairs of the hall are steep and dark.

${words}

Conference instructs the executive to put up a rail.
`;
const first = motion('Conference believes that nobody should fall on the way to vote.');
const revised = motion('Conference believes that no delegate should fall on the way to vote.');
const nothing: HeldPapers = { motions: [], amendments: [], briefings: [] };

function arriving(text: string, said: readonly [number, PartDeed][] = []): ArrivingPaper {
  const read = readPaperText({ name: 'stairs.txt', text, as: 'motion' }, { html: htmlParser });
  if (!read.ok) throw new Error('a motion reads');
  const reading = { kind: 'read' as const, steps: [read.value] };
  return { key: 'k', name: 'stairs.txt', bytes: new Uint8Array(), reading, isChosen: true, said: new Map(said) };
}

function keep(file: ArrivingPaper, held: HeldPapers): KeptPapers {
  let made = 0;
  const newId = (): string => `new-${held.motions.length}-${(made += 1)}`;
  const source = { name: file.name, sha256: 'a'.repeat(64) };
  const parts = partsOf(file, indexHeld(held)).map((part) => Object.assign({ source }, part));
  return planKeeping(parts, { conferenceId: conferenceId('hall'), held, newId });
}

const held = keep(arriving(first), nothing);

it('a motion that comes twice in one go is kept once', () => {
  const files = [arriving(first), arriving(revised), { ...arriving(first), key: 'again', name: 'copy.txt' }];
  const all = partsOfFiles(files, indexHeld(nothing)).flatMap(({ parts }) => parts);
  expect(all.map(({ deed, isAgain }) => [deed, isAgain])).toEqual([
    ['add', false],
    ['add', false],
    ['leave-out', true],
  ]);
});

describe('a motion that is here already', () => {
  it('is left out when it comes again word for word', () => {
    expect(keep(arriving(first), held).motions).toEqual([]);
    expect(partsOf(arriving(first), indexHeld(held))[0]?.isSame).toBe(true);
  });

  it('is updated when its text has changed: its id and its clauses’ ids stay', () => {
    const [before] = held.motions;
    const [after] = keep(arriving(revised), held).motions;
    expect(after?.id).toBe(before?.id);
    expect(after?.text.clauses.map(({ id }) => id)).toEqual(before?.text.clauses.map(({ id }) => id));
    expect(after?.text.id).not.toBe(before?.text.id);
  });

  it('is kept beside the other only when the delegate says so', () => {
    const [before] = held.motions;
    const [after] = keep(arriving(revised, [[0, 'add']]), held).motions;
    expect(after?.id).not.toBe(before?.id);
    expect(keep(arriving(revised, [[0, 'leave-out']]), held).motions).toEqual([]);
  });

  it('is known by its words when its title was put right here', () => {
    const retitled = held.motions.map((one) => ({ ...one, text: { ...one.text, title: 'Stairs that are safe' } }));
    expect(partsOf(arriving(first), indexHeld({ ...held, motions: retitled }))[0]?.deed).toBe('update');
  });

  it('is another motion when only its title is the same', () => {
    const other = arriving(motion('Conference deplores ladders.', '9'));
    expect(partsOf(other, indexHeld(held))[0]?.deed).toBe('add');
  });

  it('shows what the update would change', () => {
    const [part] = partsOf(arriving(revised), indexHeld(held));
    if (part?.copy === undefined) throw new Error('the motion is held');
    const { facts, text } = changeBetween(part.paper, part.copy);
    expect(facts).toEqual([]);
    const changed = text.clauses.filter(({ runs }) => runs.some(({ kind }) => kind !== 'kept'));
    expect(changed).toHaveLength(1);
    const inserted = changed[0]?.runs.filter(({ kind }) => kind === 'inserted').map((run) => run.text);
    expect(inserted?.join(' ')).toContain('no delegate');
  });
});

it('an amendment goes along with its motion where it fits, and stays on the earlier text where it does not', () => {
  const [before] = held.motions;
  if (before === undefined) throw new Error('the motion is held');
  const amendment = (id: string, instruction: string) => ({
    id: amendmentId(id),
    conferenceId: before.conferenceId,
    motionId: before.id,
    origin: 'delegate' as const,
    standing: 'published' as const,
    submittedBy: [],
    baseVersion: before.text.id,
    operations: [],
    instruction,
  });
  const rail = before.text.clauses.at(-1);
  if (rail === undefined) throw new Error('the motion has clauses');
  const at = rail.text.indexOf('a rail');
  const own = { ...amendment('own', ''), standing: 'draft' as const };
  const fits = { ...own, operations: [{ kind: 'insert' as const, clause: rail.id, at, text: 'lamps and ' }] };
  const second = before.text.clauses[1];
  const nobody = {
    ...own,
    id: amendmentId('clash'),
    operations: [
      { kind: 'replace' as const, clause: second?.id ?? rail.id, from: 25, to: 31, removed: 'nobody', text: 'no one' },
    ],
  };
  const { amendments } = keep(arriving(revised), { ...held, amendments: [fits, nobody] });
  expect(amendments.map(({ id }) => id)).toEqual(['own']);
  expect(amendments[0]?.baseVersion).not.toBe(before.text.id);
  expect(amendments[0]?.operations).toEqual(fits.operations);
});
