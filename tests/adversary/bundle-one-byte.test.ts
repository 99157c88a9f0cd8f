import { beforeAll, expect, it } from 'vitest';
import { readSingleFile, writeSingleFile, type BundleParts } from '../../shared/bundle/single-file';
import { verifyBundle, type VerifiedBundle } from '../../shared/bundle/verify-bundle';
import {
  accept,
  amendmentOf,
  bundleOf,
  motionOf,
  openOffice,
  platform,
  recordsOf,
  singleFileOf,
  sourceOf,
  verification,
} from './conference-office';

let parts: BundleParts;
let next: BundleParts;
let file: Uint8Array;
let first: VerifiedBundle;

beforeAll(async () => {
  const office = await openOffice();
  const { conference } = office.founded;
  const lamps = motionOf(conference, 'm1', 'Lamps', 'Conference notes the dark.', 'Conference calls for lamps.');
  parts = await bundleOf(office, recordsOf([lamps], [amendmentOf(lamps, 'a1', 'Above all, ')]));
  first = await accept(parts, undefined);
  const changed = await bundleOf(office, recordsOf([motionOf(conference, 'm1', 'Lamps', 'Let there be light.')]), {
    previous: first,
    isMassRemovalMeant: true,
  });
  next = { ...changed, objects: [...parts.objects, ...changed.objects] };
  file = writeSingleFile(parts, platform.text);
});

/** Another byte in the same place: mostly one bit off, so that text often stays text. */
const other = (bytes: Uint8Array, at: number): Uint8Array => bytes.with(at, (bytes[at] ?? 0) ^ (at % 3 === 0 ? 1 : 2));

it('a file as it was written is accepted', async () => {
  const answer = await verifyBundle(singleFileOf(parts), undefined, verification);
  expect(answer).toMatchObject({ ok: true, value: { papers: { motions: [{ number: '1' }], amendments: [{}] } } });
});

it('one changed byte anywhere in a file has it refused', async () => {
  const accepted: number[] = [];
  for (let at = 0; at < file.length; at += 1) {
    const source = readSingleFile(other(file, at), platform.text);
    if (!source.ok) continue;
    const answer = await verifyBundle(source.value, undefined, verification);
    if (answer.ok) accepted.push(at);
  }
  expect(accepted.map((at) => Buffer.from(file).toString('latin1', at - 20, at + 20))).toEqual([]);
});

it('one changed byte anywhere in the parts of the next version has it refused, and leaves what is trusted', async () => {
  const before = JSON.stringify(first.state);
  expect((await verifyBundle(sourceOf(next), first.state, verification)).ok).toBe(true);
  const inHead = Array.from(next.head.keys(), (at) => ({ ...next, head: other(next.head, at) }));
  const used = next.objects.slice(parts.objects.length);
  const inObjects = used.flatMap(({ sha256, bytes }) =>
    Array.from(bytes.keys(), (at) => ({
      ...next,
      objects: [
        ...parts.objects,
        ...used.filter((object) => object.sha256 !== sha256),
        { sha256, bytes: other(bytes, at) },
      ],
    })),
  );
  const codes = new Set<string>();
  for (const offered of [...inHead, ...inObjects]) {
    const answer = await verifyBundle(sourceOf(offered), first.state, verification);
    codes.add(answer.ok ? 'accepted' : answer.error.code);
  }
  expect([...codes].sort()).toEqual(['S01', 'S02', 'S03', 'S12']);
  expect(JSON.stringify(first.state)).toBe(before);
});
