// Attacks on updates as TUF names them, each on a delegate who trusts version 2 under root 1: what the attacker holds is
// a server, old files and sometimes a key. What is trusted stays as it was, always. (Attacks on single bytes, shapes and
// limits are in `bundle-refusals`, `bundle-roots` and `bundle-one-byte`; those on connections in `sync-http.test`.)

import { beforeAll, describe, expect, it } from 'vitest';
import { conferenceIdOf } from '../../shared/bundle/conference-id';
import { payloadTypes, sealEnvelope } from '../../shared/bundle/envelope';
import type { ConferenceKey } from '../../shared/bundle/seal-root';
import type { BundleParts } from '../../shared/bundle/single-file';
import { verifyBundle, type VerifiedBundle } from '../../shared/bundle/verify-bundle';
import type { Verification } from '../../shared/bundle/verification';
import { succeed } from '../../shared/result';
import {
  accept,
  bundleOf,
  day,
  encode,
  motionOf,
  newKey,
  nextRoot,
  now,
  openOffice,
  payloadOf,
  platform,
  publicPart,
  recordsOf,
  resign,
  sourceOf,
  verification,
  type Office,
} from './conference-office';

type Payload = Record<string, unknown>;

let office: Office;
/** Versions 1 to 3, each with every object so far. */
let versions: readonly BundleParts[];
let held: VerifiedBundle;

const versionOf = (number: number): BundleParts => {
  const parts = versions[number - 1];
  if (parts === undefined) throw new Error(`there is no version ${number}`);
  return parts;
};

beforeAll(async () => {
  office = await openOffice('National Conference 2027', 3, 2);
  const texts = ['Conference notes the dark.', 'Conference notes the dusk.', 'Conference notes the dawn.'];
  const made: BundleParts[] = [];
  let previous: VerifiedBundle | undefined;
  for (const text of texts) {
    const records = recordsOf([motionOf(office.founded.conference, 'm1', 'Lamps', text)]);
    const next = await bundleOf(office, records, previous === undefined ? {} : { previous });
    const parts = { ...next, objects: [...(made.at(-1)?.objects ?? []), ...next.objects] };
    previous = await accept(parts, undefined);
    if (made.push(parts) === 2) held = previous;
  }
  versions = made;
});

/** What the delegate makes of `offered`; what is trusted is the same before and after. */
async function answerTo(offered: BundleParts, given: Partial<Verification> = {}, before = held.state) {
  const trusted = JSON.stringify(before);
  const answer = await verifyBundle(sourceOf(offered, 'address'), before, { ...verification, ...given });
  expect(JSON.stringify(before)).toBe(trusted);
  return answer;
}

const refused = (facts: object): object => ({ ok: false, error: facts });
const accepted = (facts: object = {}): object => ({ ok: true, value: facts });
const officers = (...numbers: readonly number[]): readonly ConferenceKey[] =>
  numbers.flatMap((number) => office.rootKeys[number - 1] ?? []);

describe('rollback', () => {
  it('an older version, whole and properly signed, is refused', async () => {
    expect(await answerTo(versionOf(1))).toMatchObject(refused({ code: 'S06', offered: 1, held: 2 }));
  });

  it('an older version is refused after a change of keys too, though the new keys sign it', async () => {
    const publisher = await newKey('Second key');
    const root = await nextRoot(office, rolesWith({ publisher: [publisher] }), officers(1, 2));
    const old = await resign(versionOf(1).head, (payload) => ({ ...payload, rootVersion: 2 }), [publisher]);
    const offered = { ...versionOf(1), roots: [office.founded.root, root], head: old };
    expect(await answerTo(offered)).toMatchObject(refused({ code: 'S06' }));
  });

  it('of the keys: whoever hides the newest root hides no change that was seen', async () => {
    const publisher = await newKey('Second key');
    const root = await nextRoot(office, rolesWith({ publisher: [publisher] }), officers(1, 2));
    const head = await resign(versionOf(3).head, (payload) => ({ ...payload, rootVersion: 2 }), [publisher]);
    const rotated = await answerTo({ ...versionOf(3), roots: [office.founded.root, root], head });
    if (!rotated.ok) throw new Error(rotated.error.kind);
    const stale = await resign(
      versionOf(3).head,
      (payload) => ({ ...payload, version: 4, prev: rotated.value.headHash }),
      [office.publisher],
    );
    expect(await answerTo({ ...versionOf(3), head: stale }, {}, rotated.value.state)).toMatchObject(
      refused({ code: 'S04' }),
    );
  });
});

describe('freeze', () => {
  it('the held version again and again is no news, and is marked once it has expired', async () => {
    expect(await answerTo(versionOf(2))).toMatchObject(accepted({ isNews: false, notes: ['S07'] }));
    expect(await answerTo(versionOf(2), { now: now + 20 * day })).toMatchObject(
      accepted({ isNews: false, notes: ['S07', 'S09'] }),
    );
  });

  it('from an expired version the next one is reached, and from an expired root the next root', async () => {
    const later = now + 20 * day;
    expect(await answerTo(versionOf(3), { now: later })).toMatchObject(accepted({ version: 3, notes: ['S09'] }));
    const renewed = (payload: Payload): Payload => ({ ...payload, expires: '2029-01-01T00:00:00Z' });
    const root = await nextRoot(office, renewed, officers(2, 3));
    const offered = { ...versionOf(3), roots: [office.founded.root, root] };
    expect(await answerTo(versionOf(3), { now: now + 150 * day })).toMatchObject(refused({ code: 'S18' }));
    expect(await answerTo(offered, { now: now + 150 * day })).toMatchObject(accepted({ version: 3 }));
  });

  it('a clock that stands years wrong refuses nothing that has not expired', async () => {
    expect(await answerTo(versionOf(3), { now: Date.parse('2019-01-01T00:00:00Z') })).toMatchObject(
      accepted({ version: 3, notes: ['S10'] }),
    );
  });
});

describe('mix and match', () => {
  it('the objects of one version under the head of another are not taken', async () => {
    const index = indexHashOf(versionOf(3).head);
    const others = versionOf(1).objects[0]?.bytes ?? new Uint8Array();
    const objects = versionOf(3).objects.map((object) =>
      object.sha256 === index ? { sha256: index, bytes: others } : object,
    );
    const answer = await answerTo({ ...versionOf(3), objects });
    expect(answer.ok ? 'accepted' : answer.error.code).toMatch(/^S1[12]$/u);
  });

  it('the head of one conference under the roots of another is refused', async () => {
    const other = await openOffice('Women’s Conference 2027');
    const theirs = await bundleOf(other, recordsOf([]));
    expect(await answerTo({ ...versionOf(3), head: theirs.head })).toMatchObject(refused({ code: 'S03' }));
    const signed = await resign(theirs.head, (payload) => payload, [office.publisher]);
    expect(await answerTo({ ...versionOf(3), head: signed })).toMatchObject(refused({ code: 'S16' }));
  });
});

describe('fast-forward', () => {
  it('a number driven up by a stolen key is taken back by new keys, and by nothing else', async () => {
    const runaway = await resign(versionOf(3).head, (payload) => ({ ...payload, version: 2 ** 40 }), [
      office.publisher,
    ]);
    const misled = await answerTo({ ...versionOf(3), head: runaway });
    if (!misled.ok) throw new Error(misled.error.kind);
    expect(await answerTo(versionOf(3), {}, misled.value.state)).toMatchObject(refused({ code: 'S06' }));
    const publisher = await newKey('Second key');
    const head = await resign(versionOf(3).head, (payload) => ({ ...payload, rootVersion: 2 }), [publisher]);
    const offer = async (change: Payload) => {
      const root = await nextRoot(
        office,
        (payload) => ({ ...rolesWith({ publisher: [publisher] })(payload), ...change }),
        officers(1, 2),
      );
      return answerTo({ ...versionOf(3), roots: [office.founded.root, root], head }, {}, misled.value.state);
    };
    expect(await offer({})).toMatchObject(refused({ code: 'S06' }));
    expect(await offer({ resetAbove: 100 })).toMatchObject(accepted({ version: 3, isNews: true }));
  });
});

describe('wrong version', () => {
  it('root 3 at the address of root 2 is refused', async () => {
    const root = await nextRoot(office, (payload) => ({ ...payload, version: 3 }), officers(1, 2));
    expect(await answerTo({ ...versionOf(3), roots: [office.founded.root, root] })).toMatchObject(
      refused({ code: 'S15', where: 'version' }),
    );
  });

  it('a head of the held number with other contents is two agendas, and the first stays', async () => {
    const other = await resign(versionOf(2).head, (payload) => ({ ...payload, note: 'Corrected' }), [office.publisher]);
    expect(await answerTo({ ...versionOf(2), head: other })).toMatchObject(refused({ code: 'S08', version: 2 }));
  });
});

describe('endless data', () => {
  it('of the roots no more than 64 are followed in one reading', async () => {
    const asked: number[] = [];
    const signed = new Map<number, Uint8Array>();
    for (let version = 2; version <= 70; version += 1) {
      signed.set(version, await nextRoot(office, (payload) => ({ ...payload, version }), officers(1, 2)));
    }
    const source = sourceOf(versionOf(3), 'address');
    const endless: typeof source = {
      ...source,
      root: async (version) => {
        asked.push(version);
        const bytes = version === 1 ? office.founded.root : signed.get(version);
        return bytes === undefined ? source.root(version) : succeed(bytes);
      },
    };
    const answer = await verifyBundle(endless, held.state, verification);
    expect(asked.length).toBe(64);
    expect(answer).toMatchObject(accepted({ state: { root: { version: 65 } } }));
  });

  it('a head that goes on and on is not parsed', async () => {
    const head = encode(`{"payloadType":"${payloadTypes.head}","payload":"${'A'.repeat(20_000)}`);
    expect(await answerTo({ ...versionOf(3), head })).toMatchObject(refused({ code: 'S01' }));
  });
});

describe('hash mismatch', () => {
  it('an index under another hash function than SHA-256 is refused', async () => {
    for (const h of ['a'.repeat(128), 'a'.repeat(40), 'sha512:abc', '']) {
      const head = await resign(
        versionOf(3).head,
        (payload) => ({ ...payload, index: { ...Object(payload['index']), h } }),
        [office.publisher],
      );
      expect(await answerTo({ ...versionOf(3), head })).toMatchObject(refused({ code: 'S15', part: { kind: 'head' } }));
    }
  });

  it('what is kept is what the server sent, byte for byte', async () => {
    const { received } = await accept(versionOf(3), undefined);
    expect(received.head).toEqual(versionOf(3).head);
    const sent = new Map(versionOf(3).objects.map(({ sha256, bytes }) => [sha256, bytes]));
    for (const { sha256, bytes } of received.objects) expect(bytes).toEqual(sent.get(sha256));
  });
});

describe('a cached role', () => {
  it('is verified against its present keys: the held head, once its key is withdrawn, is not confirmed again', async () => {
    const publisher = await newKey('Second key');
    const root = await nextRoot(office, rolesWith({ publisher: [publisher] }), officers(1, 2));
    const roots = [office.founded.root, root];
    expect(await answerTo({ ...versionOf(2), roots })).toMatchObject(refused({ code: 'S04' }));
    const payload = encode(JSON.stringify(payloadOf(versionOf(2).head)));
    const again = await sealEnvelope(payload, payloadTypes.head, [publisher], platform);
    expect(await answerTo({ ...versionOf(2), roots, head: again })).toMatchObject(accepted({ isNews: false }));
  });
});

/** How many keys of the office, of which so many must sign, and who signs the next root: numbers of root keys. */
type Rotation = readonly [what: string, before: Role, after: Role, signers: readonly number[], outcome: string];
type Role = readonly [keys: readonly number[], threshold: number];

describe('rotation of the root: ', () => {
  const table: readonly Rotation[] = [
    ['one key stays', [[1], 1], [[1], 1], [1], 'accepted'],
    ['one key for another, both sign', [[1], 1], [[2], 1], [1, 2], 'accepted'],
    ['one key for another, only the old one signs', [[1], 1], [[2], 1], [1], 'S03'],
    ['one key for another, only the new one signs', [[1], 1], [[2], 1], [2], 'S03'],
    ['3 of 5 stay, other three sign', [[1, 2, 3, 4, 5], 3], [[1, 2, 3, 4, 5], 3], [2, 4, 5], 'accepted'],
    ['3 of 5 stay, all sign', [[1, 2, 3, 4, 5], 3], [[1, 2, 3, 4, 5], 3], [1, 2, 3, 4, 5], 'accepted'],
    ['3 of 5 stay, two sign', [[1, 2, 3, 4, 5], 3], [[1, 2, 3, 4, 5], 3], [1, 2], 'S05'],
    ['one of 3 of 5 goes, three who stay sign', [[1, 2, 3, 4, 5], 3], [[2, 3, 4, 5, 6], 3], [2, 3, 4], 'accepted'],
    ['one of 3 of 5 goes and signs with two who stay', [[1, 2, 3, 4, 5], 3], [[2, 3, 4, 5, 6], 3], [1, 2, 3], 'S05'],
    ['one of 3 of 5 comes and signs with two who stay', [[1, 2, 3, 4, 5], 3], [[2, 3, 4, 5, 6], 3], [2, 3, 6], 'S05'],
    ['all keys go, all sign', [[1, 2], 2], [[3, 4], 2], [1, 2, 3, 4], 'accepted'],
    ['all keys go, one new one is silent', [[1, 2], 2], [[3, 4], 2], [1, 2, 3], 'S05'],
    ['the threshold rises, as many sign', [[1, 2, 3], 1], [[1, 2, 3], 3], [1, 2, 3], 'accepted'],
    ['the threshold rises, as many as before sign', [[1, 2, 3], 1], [[1, 2, 3], 3], [1], 'S05'],
    ['the threshold falls, as many as before sign', [[1, 2, 3], 3], [[1, 2, 3], 1], [1, 2, 3], 'accepted'],
    ['the threshold falls, as many as from now on sign', [[1, 2, 3], 3], [[1, 2, 3], 1], [1], 'S05'],
    ['more must sign than there are', [[1, 2], 2], [[1, 2], 3], [1, 2], 'S15'],
    ['nobody must sign', [[1, 2], 2], [[1, 2], 0], [1, 2], 'S15'],
    ['one key is listed twice', [[1, 2], 2], [[1, 1], 2], [1, 2], 'S15'],
  ];
  it.each(table)('%s', async (_what, [keysBefore, thresholdBefore], [keysAfter, thresholdAfter], signers, outcome) => {
    const numbered = await Promise.all(Array.from({ length: 6 }, async (_, at) => newKey(`Officer ${at + 1}`)));
    const pick = (numbers: readonly number[]) => numbers.flatMap((number) => numbered[number - 1] ?? []);
    const mine = await officeOf(pick(keysBefore), thresholdBefore);
    const parts = await bundleOf(mine, recordsOf([]));
    const before = await accept(parts, undefined);
    const change = rolesWith({ publisher: [mine.publisher], root: [pick(keysAfter), thresholdAfter] });
    const root = await nextRoot(mine, change, pick(signers));
    const answer = await answerTo({ ...parts, roots: [mine.founded.root, root] }, {}, before.state);
    expect(answer.ok ? 'accepted' : answer.error.code).toBe(outcome);
  });
});

/** Publishers under the new root, how many of them must sign, and who does: 0 is the publisher before. */
type Publishing = readonly [what: string, after: Role, signers: readonly number[], outcome: string];

describe('rotation of the publisher: ', () => {
  const table: readonly Publishing[] = [
    ['the key stays', [[0], 1], [0], 'accepted'],
    ['another key, which signs', [[1], 1], [1], 'accepted'],
    ['another key, and the old one signs', [[1], 1], [0], 'S04'],
    ['another key, and a stranger signs', [[1], 1], [3], 'S03'],
    ['a second key beside it, and that signs', [[0, 1], 1], [1], 'accepted'],
    ['two keys of which both must sign, and do', [[0, 1], 2], [0, 1], 'accepted'],
    ['two keys of which both must sign, and one does', [[0, 1], 2], [1], 'S05'],
    ['two keys of which both must sign, and one does twice', [[0, 1], 2], [1, 1], 'S05'],
    ['two keys of which both must sign, and one does beside a stranger', [[0, 1], 2], [1, 3], 'S05'],
    ['two of three must sign, the old one among them', [[0, 1, 2], 2], [0, 2], 'accepted'],
  ];
  it.each(table)('%s', async (_what, [keys, threshold], signers, outcome) => {
    const others = await Promise.all(['first', 'second', 'third'].map(async (name) => newKey(`The ${name} other`)));
    const pick = (numbers: readonly number[]) => numbers.flatMap((at) => [office.publisher, ...others][at] ?? []);
    const root = await nextRoot(office, rolesWith({ publisher: pick(keys), publishers: threshold }), officers(1, 2));
    const head = await resign(versionOf(3).head, (payload) => ({ ...payload, rootVersion: 2 }), pick(signers));
    const answer = await answerTo({ ...versionOf(3), roots: [office.founded.root, root], head });
    expect(answer.ok ? 'accepted' : answer.error.code).toBe(outcome);
  });
});

type Roles = {
  readonly publisher: readonly ConferenceKey[];
  /** Of these so many must sign. */
  readonly publishers?: number;
  readonly root?: readonly [keys: readonly ConferenceKey[], threshold: number];
};

/** The payload of a root with these roles; a publisher's key that is in none of them any more is withdrawn. */
function rolesWith({ publisher, publishers = 1, root }: Roles): (payload: Payload) => Payload {
  return (payload) => {
    const [rootKeys, threshold] = root ?? [office.rootKeys, 2];
    const keys = [...rootKeys, ...publisher];
    const isGone = !publisher.includes(office.publisher);
    return {
      ...payload,
      keys: Object.fromEntries(keys.map((key) => [key.keyid, publicPart(key)])),
      roles: {
        root: { keyids: rootKeys.map(({ keyid }) => keyid), threshold },
        publisher: { keyids: publisher.map(({ keyid }) => keyid), threshold: publishers },
      },
      revoked: isGone ? [{ keyid: office.publisher.keyid, at: '2027-05-01T09:00:00Z', reason: 'laptop lost' }] : [],
    };
  };
}

async function officeOf(rootKeys: readonly ConferenceKey[], threshold: number): Promise<Office> {
  const mine = await openOffice('National Conference 2027', 1, 1);
  const root = await resign(
    mine.founded.root,
    (payload) => ({
      ...payload,
      keys: Object.fromEntries([...rootKeys, mine.publisher].map((key) => [key.keyid, publicPart(key)])),
      roles: {
        root: { keyids: rootKeys.map(({ keyid }) => keyid), threshold },
        publisher: { keyids: [mine.publisher.keyid], threshold: 1 },
      },
    }),
    rootKeys,
    payloadTypes.root,
  );
  const conference = conferenceIdOf(await platform.cryptography.sha256(encode(JSON.stringify(payloadOf(root)))));
  return { ...mine, rootKeys, founded: { ...mine.founded, root, conference } };
}

function indexHashOf(head: Uint8Array): string {
  return String(Object(payloadOf(head)['index']).h);
}
