// The whole table of bad input, S01 to S26: what comes, the code it is known by, and the sentence that the delegate
// reads. Held in Node (`bad-inputs.test.ts`) and in Chromium (`bad-inputs.browser.test.ts`), where nothing that is on
// this computer may change.

import { Dexie } from 'dexie';
import { saveNote } from '../../renderer/storage/deeds';
import type { OpenedStore } from '../../renderer/storage/store';
import { bundleNoteMessage, keepMessage, lockedMessage } from '../../renderer/app/failure-message';
import { recoveryWords } from '../../renderer/app/recovery-words';
import { logMessage } from '../../renderer/app/sending-message';
import type { RefusalReport } from '../../shared/bundle/refusal-report';
import type { VerifiedBundle } from '../../shared/bundle/verify-bundle';
import { fail } from '../../shared/result';
import { present } from '../../shared/assert';
import type { BadOffice, OfferName } from './bad-papers';
import type { BadLogs } from './bad-logs';

/** What the delegate is told, and what was kept of it. */
export type Told = { readonly code: string; readonly words: string | undefined; readonly report?: RefusalReport };

/** Where a row is tried: a delegate with version 2 of the papers, and work of their own. */
export type Ground = {
  readonly office: BadOffice;
  readonly logs: BadLogs;
  readonly opened: () => OpenedStore;
  /** Closes the store and opens it again; what is done in between is done to a closed one. */
  readonly reopen: (between: () => Promise<void>) => Promise<OpenedStore>;
  /** What the app makes of an offer, by the ways that it goes itself. */
  readonly offer: (name: OfferName) => Promise<Told | Pick<VerifiedBundle, 'notes' | 'version' | 'expires'>>;
};

export type Row = {
  readonly code: string;
  readonly what: string;
  readonly happens: (ground: Ground) => Promise<Told>;
  /** What it says; undefined where there is nothing to say. A pattern where words of a hash are in it. */
  readonly says: string | RegExp | undefined;
};

const refused = (code: string, what: OfferName, says: string | RegExp): Row => ({
  code,
  what,
  says,
  happens: async ({ offer }) => {
    const told = await offer(what);
    if (!('code' in told)) throw new Error(`${what} was accepted`);
    return told;
  },
});

const used = (code: 'S07' | 'S09' | 'S10', what: OfferName, says: string): Row => ({
  code,
  what,
  says,
  happens: async ({ offer }) => {
    const told = await offer(what);
    if ('code' in told) throw new Error(`${what} was refused: ${told.words}`);
    const note = present(
      told.notes.find((each) => each === code),
      `${what} is noted as ${code}`,
    );
    const until = new Date(told.expires).toISOString().slice(0, 10);
    return { code: note, words: bundleNoteMessage(note, { version: told.version, until, today: '1 May 2019' }) };
  },
});

export const badInputs: readonly Row[] = [
  refused('S01', 'no agenda at all', 'This is not an agenda file.'),
  refused(
    'S01',
    'a sign-in page',
    'The server sent something that is not an agenda (perhaps a Wi-Fi sign-in page). Sign in to the network and try again.',
  ),
  refused(
    'S02',
    'changed after signing',
    'This file was changed after it was signed, or damaged on the way. It was not used. You still have agenda v2.',
  ),
  refused('S03', 'signed by a stranger', 'This was not signed by the conference office you trust. It was not used.'),
  refused(
    'S04',
    'signed with a withdrawn key',
    'Signed with a key the conference office withdrew on 2 May 2027. It was not used.',
  ),
  refused('S05', 'a change of keys by one of two', 'This key change has 1 of the 2 signatures it needs.'),
  refused('S06', 'an older version', 'This file has agenda v1. You already have v2, which is newer.'),
  used('S07', 'the version that is held', 'You already have this (v2).'),
  refused(
    'S08',
    'another version of the same number',
    /^Two different agendas call themselves v2\. Yours shows (?:\w+ ?){4}; the other shows (?:\w+ ?){4}\. Compare with the screen in the hall and tell the conference office\.$/u,
  ),
  used('S09', 'expired', 'The office has not confirmed this agenda since 2027-05-01. It may be out of date.'),
  used(
    'S10',
    'of the day after tomorrow',
    'Your computer’s clock looks wrong (it says 1 May 2019). Times may be misleading; your data is fine.',
  ),
  refused('S11', 'cut short', 'The download stopped part-way. What arrived is saved; it will carry on from there.'),
  refused(
    'S12',
    'a damaged object',
    'Part of the agenda arrived damaged. The server’s copy is damaged. You still have agenda v2.',
  ),
  refused('S13', 'a bomb', 'This file is not safe to open (it expands far beyond its stated size).'),
  refused('S14', 'too large', 'This file is larger than the app accepts (64 MB).'),
  refused(
    'S15',
    'an entry that cannot be read',
    /^The agenda contains an entry the app cannot read\. It was not used; the office has to publish it again\. \(S15 m7.*\)$/u,
  ),
  refused('S16', 'another conference', 'This is the agenda of another conference, not National Conference 2027.'),
  refused(
    'S17',
    'a newer format',
    'This agenda needs a newer version of the app (format 2). You can keep working with v2.',
  ),
  refused(
    'S18',
    'a root that is missing',
    'The conference’s keys need renewing. You can read and write; new agendas will not be accepted until the office publishes new keys.',
  ),
  refused(
    'S19',
    'only the changes since a version that is not held',
    'This file only holds the changes since a later agenda than yours, v2. Ask for the full file.',
  ),
  {
    code: 'S20',
    what: 'an operation that was read before',
    says: undefined,
    happens: async ({ logs }) => ({ code: (await logs.newOnSecondReading()) === 0 ? 'S20' : 'new', words: undefined }),
  },
  {
    code: 'S21',
    what: 'another operation where one was read before',
    says: 'Two computers are using the same device key (maybe a restored backup). What was read before stays.',
    happens: async ({ logs }) => toldOf(await logs.forked()),
  },
  {
    code: 'S22',
    what: 'a log that has become shorter',
    says: 'The folder has 1 of the 2 entries read before. What was read before stays.',
    happens: async ({ logs }) => toldOf(await logs.shorter()),
  },
  {
    code: 'S23',
    what: 'a private segment for another key',
    says: '3 private entries were encrypted for another key. Restore your recovery kit to read them.',
    happens: async ({ logs }) => ({ code: 'S23', words: lockedMessage(await logs.locked()) }),
  },
  refused(
    'S24',
    'an address that does not answer',
    'Not connected to a network. Everything you have can be read and written; news will be fetched when you are back.',
  ),
  {
    code: 'S25',
    what: 'a working copy that is gone',
    says: 'Your local database has been rebuilt from the journal. Nothing you wrote was lost.',
    happens: async ({ opened, reopen }) => {
      const { name } = opened().store.database.dexie;
      const again = await reopen(async () => Dexie.delete(name));
      return { code: again.recovered.kind === 'rebuilt' ? 'S25' : 'untouched', words: recoveryWords(again).join(' ') };
    },
  },
  {
    code: 'S26',
    what: 'a disk that is full',
    says: 'The disk is full. You can read, but nothing new can be saved until you free some space.',
    happens: async ({ opened, office }) => {
      const { store } = opened();
      const full = {
        ...store,
        desktop: { ...store.desktop, appendToJournal: async () => fail({ kind: 'disk-full' } as const) },
      };
      const motion = present(office.held.papers.motions[0], 'one motion is held');
      const saved = await saveNote(full, { motionId: motion.id, baseVersion: motion.text.id, body: 'Ask about oil' });
      return saved.ok
        ? { code: 'saved', words: undefined }
        : { code: saved.error.kind === 'disk-full' ? 'S26' : saved.error.kind, words: keepMessage(saved.error) };
    },
  },
];

function toldOf(failure: Parameters<typeof logMessage>[0] | undefined): Told {
  if (failure === undefined || !('code' in failure)) return { code: 'accepted', words: undefined };
  return { code: failure.code, words: logMessage(failure) };
}
