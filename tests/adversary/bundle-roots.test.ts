import { beforeAll, describe, expect, it } from 'vitest';
import { payloadTypes } from '../../shared/bundle/envelope';
import type { ConferenceKey } from '../../shared/bundle/seal-root';
import type { BundleParts } from '../../shared/bundle/single-file';
import { verifyBundle, type VerifiedBundle } from '../../shared/bundle/verify-bundle';
import {
  accept,
  bundleOf,
  day,
  newKey,
  nextRoot,
  now,
  openOffice,
  publicPart,
  recordsOf,
  resign,
  sourceOf,
  verification,
  type Office,
} from './conference-office';

type Payload = Record<string, unknown>;

let office: Office;
let first: VerifiedBundle;
let parts: BundleParts;
let second: BundleParts;
let newPublisher: ConferenceKey;

beforeAll(async () => {
  office = await openOffice('National Conference 2027', 3, 2);
  newPublisher = await newKey('Conference office, second key');
  parts = await bundleOf(office, recordsOf([]));
  first = await accept(parts, undefined);
  second = await bundleOf(office, recordsOf([]), { previous: first, rootVersion: 2, keys: [newPublisher] });
});

const officers = (...numbers: number[]): ConferenceKey[] =>
  numbers.flatMap((number) => office.rootKeys[number - 1] ?? []);

/** The payload with the publisher's key replaced by the new one, and the old one listed as withdrawn. */
function withNewPublisher(payload: Payload): Payload {
  const keys = [...office.rootKeys, newPublisher];
  return {
    ...payload,
    keys: Object.fromEntries(keys.map((key) => [key.keyid, publicPart(key)])),
    roles: {
      root: { keyids: office.rootKeys.map((key) => key.keyid), threshold: 2 },
      publisher: { keyids: [newPublisher.keyid], threshold: 1 },
    },
    revoked: [{ keyid: office.publisher.keyid, at: '2027-05-01T09:00:00Z', reason: 'laptop lost' }],
  };
}

/** The answer to a bundle with one more root, from someone who trusts version 1 under root 1. */
async function answerTo(root: Uint8Array, offered: BundleParts = second): ReturnType<typeof verifyBundle> {
  const before = JSON.stringify(first.state);
  const whole = { ...offered, roots: [...parts.roots, root], objects: [...parts.objects, ...offered.objects] };
  const answer = await verifyBundle(sourceOf(whole), first.state, verification);
  expect(JSON.stringify(first.state)).toBe(before);
  return answer;
}

const refused = (facts: object): object => ({ ok: false, error: facts });

describe('the first root', () => {
  it('makes the conference’s id, so that an expected id proves it', async () => {
    const bundle = await accept(parts, undefined, { expectedConference: office.founded.conference });
    expect(bundle).toMatchObject({ isTrusted: true, conference: { id: office.founded.conference } });
    expect(first.isTrusted).toBe(false);
  });

  it.each([
    ['is signed by fewer keys than its own threshold', 'S05'],
    ['is signed by nobody it names', 'S03'],
  ])('that %s is refused (%s)', async (name, code) => {
    const keys = name.includes('fewer') ? officers(1) : [await newKey('Nobody')];
    const root = await resign(office.founded.root, (payload) => payload, keys, payloadTypes.root);
    const answer = await verifyBundle(sourceOf({ ...parts, roots: [root] }), undefined, verification);
    expect(answer).toMatchObject(refused({ code }));
  });

  const flaws: readonly (readonly [string, (payload: Payload) => Payload])[] = [
    ['has a version other than 1', (payload) => ({ ...payload, version: 2 })],
    ['names a key by another id', (payload) => rekeyed(payload, 'AAAA')],
    ['has a threshold above its keys', (payload) => withRoot(payload, { threshold: 4 })],
    ['has a threshold of none', (payload) => withRoot(payload, { threshold: 0 })],
    [
      'counts one key twice',
      (payload) => withRoot(payload, { keyids: office.rootKeys.map(() => office.rootKeys[0]?.keyid) }),
    ],
    ['names a key it does not have', (payload) => withRoot(payload, { keyids: ['nobody'], threshold: 1 })],
    ['expires on no day', (payload) => ({ ...payload, expires: '2027-13-40T00:00:00Z' })],
  ];
  it.each(flaws)('that %s is refused (S15)', async (_name, change) => {
    const root = await resign(office.founded.root, change, officers(1, 2, 3), payloadTypes.root);
    const answer = await verifyBundle(sourceOf({ ...parts, roots: [root] }), undefined, verification);
    expect(answer).toMatchObject(refused({ code: 'S15', part: { kind: 'root' } }));
  });

  it('with a key of low order is refused (S15)', async () => {
    const low = Buffer.from('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85', 'hex');
    const keyid = Buffer.from(await crypto.subtle.digest('SHA-256', low)).toString('base64url');
    const key = { ...(await newKey('Weak')), publicKey: new Uint8Array(low), keyid };
    const root = await resign(
      office.founded.root,
      (payload) => ({
        ...payload,
        keys: Object.fromEntries([...office.rootKeys, key].map((each) => [each.keyid, publicPart(each)])),
        roles: {
          root: { keyids: office.rootKeys.map((each) => each.keyid), threshold: 2 },
          publisher: { keyids: [keyid], threshold: 1 },
        },
      }),
      officers(1, 2),
      payloadTypes.root,
    );
    const answer = await verifyBundle(sourceOf({ ...parts, roots: [root] }), undefined, verification);
    expect(answer).toMatchObject(refused({ code: 'S15', where: 'keys' }));
  });

  it('of a newer format is refused (S17)', async () => {
    const root = await resign(
      office.founded.root,
      (payload) => ({ ...payload, v: 2 }),
      officers(1, 2),
      payloadTypes.root,
    );
    const answer = await verifyBundle(sourceOf({ ...parts, roots: [root] }), undefined, verification);
    expect(answer).toMatchObject(refused({ code: 'S17', major: 2 }));
  });
});

function rekeyed(payload: Payload, keyid: string): Payload {
  return { ...payload, keys: { ...Object(payload['keys']), [keyid]: publicPart(newPublisher) } };
}

function withRoot(payload: Payload, change: object): Payload {
  const roles = Object(payload['roles']);
  return { ...payload, roles: { ...roles, root: { ...roles.root, ...change } } };
}

describe('a change of keys', () => {
  it('signed by two of three officers brings the new publisher in', async () => {
    const answer = await answerTo(await nextRoot(office, withNewPublisher, officers(1, 3)));
    expect(answer).toMatchObject({ ok: true, value: { version: 2, state: { root: { version: 2 } } } });
  });

  it('puts the old publisher out (S04)', async () => {
    const stale = await bundleOf(office, recordsOf([]), { previous: first });
    const answer = await answerTo(await nextRoot(office, withNewPublisher, officers(1, 3)), stale);
    expect(answer).toMatchObject(refused({ code: 'S04', at: '2027-05-01T09:00:00Z' }));
  });

  it.each([
    ['by one officer', () => officers(2), 'S05'],
    ['by one officer twice', () => officers(2, 2), 'S05'],
    ['by an officer and the publisher', () => [...officers(2), office.publisher], 'S05'],
    ['by the publisher', () => [office.publisher], 'S03'],
  ])('signed %s is refused', async (_name, keys, code) => {
    expect(await answerTo(await nextRoot(office, withNewPublisher, keys()))).toMatchObject(refused({ code }));
  });

  it('to new officers needs the old and the new ones', async () => {
    const fresh = await Promise.all(['A', 'B'].map(newKey));
    const replace = (payload: Payload): Payload => ({
      ...withNewPublisher(payload),
      keys: Object.fromEntries([...fresh, newPublisher].map((key) => [key.keyid, publicPart(key)])),
      roles: {
        root: { keyids: fresh.map((key) => key.keyid), threshold: 2 },
        publisher: { keyids: [newPublisher.keyid], threshold: 1 },
      },
    });
    expect(await answerTo(await nextRoot(office, replace, [...officers(1, 2), ...fresh]))).toMatchObject({ ok: true });
    expect(await answerTo(await nextRoot(office, replace, officers(1, 2)))).toMatchObject(refused({ code: 'S03' }));
    expect(await answerTo(await nextRoot(office, replace, fresh))).toMatchObject(refused({ code: 'S03' }));
    const [one] = fresh;
    const tooFew = [...officers(1, 2), ...(one === undefined ? [] : [one])];
    expect(await answerTo(await nextRoot(office, replace, tooFew))).toMatchObject(refused({ code: 'S05' }));
  });

  it('that skips a version is refused (S15)', async () => {
    const root = await nextRoot(office, (payload) => ({ ...withNewPublisher(payload), version: 3 }), officers(1, 2));
    expect(await answerTo(root)).toMatchObject(refused({ code: 'S15', where: 'version' }));
  });

  it('of another conference is refused (S16)', async () => {
    const other = `c${'a'.repeat(26)}`;
    const root = await nextRoot(office, (payload) => ({ ...withNewPublisher(payload), conf: other }), officers(1, 2));
    expect(await answerTo(root)).toMatchObject(refused({ code: 'S16', offered: other }));
  });

  it('is followed even when the root that is held has expired', async () => {
    const later = { ...verification, now: now + 150 * day };
    const renew = (payload: Payload): Payload => ({ ...withNewPublisher(payload), expires: '2028-12-31T00:00:00Z' });
    const roots = [...parts.roots, await nextRoot(office, renew, officers(1, 2))];
    const answer = await verifyBundle(
      sourceOf({ ...second, roots, objects: [...parts.objects, ...second.objects] }),
      first.state,
      later,
    );
    expect(answer).toMatchObject({ ok: true, value: { notes: ['S09'] } });
  });

  it('may set a floor under heads (S06)', async () => {
    const floor = (payload: Payload): Payload => ({ ...withNewPublisher(payload), headFloor: 9 });
    expect(await answerTo(await nextRoot(office, floor, officers(1, 2)))).toMatchObject(
      refused({ code: 'S06', held: 9 }),
    );
  });

  it('may have heads forgotten that a stolen key numbered too high', async () => {
    const runaway = await resign(parts.head, (payload) => ({ ...payload, version: 900_000 }), [office.publisher]);
    const misled = await accept({ ...parts, head: runaway }, first.state);
    expect(misled.version).toBe(900_000);
    const forget = (payload: Payload): Payload => ({ ...withNewPublisher(payload), resetAbove: 1000 });
    const roots = [...parts.roots, await nextRoot(office, forget, officers(1, 2))];
    const whole = { ...second, roots, objects: [...parts.objects, ...second.objects] };
    expect(await accept(whole, misled.state)).toMatchObject({ version: 2, isNews: true });
  });

  it('does not shake what is trusted when the file is only cut off', async () => {
    const root = await nextRoot(office, withNewPublisher, officers(1, 2));
    expect(await answerTo(root.subarray(0, -10))).toMatchObject(
      refused({ code: 'S01', part: { kind: 'root', version: 2 } }),
    );
  });
});
