import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { accept, platform, verification } from '../../tests/adversary/conference-office';
import { checkWords, conferenceWordCount } from './check-words';
import { conferenceId } from '../ids';
import { readChunk, writeChunk } from './chunk';
import { parseConferenceId } from './conference-id';
import { readRecords } from './records';
import { recordOfSession } from './session-record';
import { readSingleFile, writeSingleFile } from './single-file';
import { verifyBundle, type VerifiedBundle } from './verify-bundle';

const format = readFileSync(new URL('FORMAT.md', import.meta.url), 'utf8');
const example = /```json\n([\s\S]+?)\n```/.exec(format)?.[1] ?? '';
const stated = {
  conference: /the conference `(c\w{26})`/.exec(format)?.[1] ?? '',
  conferenceWords: /whose\s+words\s+are\s+[*_]([a-z ]+)[*_]/.exec(format)?.[1],
  headHash: /Its hash is `(\w{64})`/.exec(format)?.[1],
  headWords: /its\s+words\s+[*_]([a-z ]+)[*_]/.exec(format)?.[1],
};

async function verified(): Promise<VerifiedBundle> {
  const source = readSingleFile(platform.text.encode(example), platform.text);
  const expectedConference = parseConferenceId(stated.conference);
  if (!source.ok || expectedConference === undefined) throw new Error('no example');
  const answer = await verifyBundle(source.value, undefined, { ...verification, expectedConference });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

it('the worked example verifies, under the id and the words it states', async () => {
  const bundle = await verified();
  expect(bundle).toMatchObject({
    headHash: stated.headHash,
    words: stated.headWords,
    notes: [],
    countsAgree: true,
    signedBy: ['Conference office'],
  });
  expect(bundle.papers.motions.map((motion) => motion.text.title)).toEqual(['Lamps on the quay']);
  const rootPayload = Buffer.from(JSON.parse(example).roots[0].payload, 'base64');
  const rootHash = await platform.cryptography.sha256(rootPayload);
  expect(checkWords(rootHash, conferenceWordCount)).toBe(stated.conferenceWords);
});

it('the payloads and objects shown are those in the file', async () => {
  const { head, roots, objects } = JSON.parse(example);
  const blocks = [...format.matchAll(/```\n(\{\n[\s\S]+?)\n```/g)].flatMap(([, block]) => block ?? []);
  const shown = blocks.filter((block) => block.includes('"version"')).map((block) => JSON.stringify(JSON.parse(block)));
  const payloads = [...roots, head].map((envelope) => Buffer.from(envelope.payload, 'base64').toString());
  expect(shown).toEqual(payloads);
  for (const stored of Object.values<string>(objects)) {
    const raw = await platform.compression.gunzip(new Uint8Array(Buffer.from(stored, 'base64')), 10_000);
    expect(format).toContain(Buffer.from(raw ?? []).toString());
  }
});

it('the code writes the example as it stands', async () => {
  const { received } = await verified();
  const file = writeSingleFile({ ...received, roots: received.roots.map((root) => root.bytes) }, platform.text);
  const { objects, ...rest } = JSON.parse(Buffer.from(file).toString());
  const { objects: expected, ...expectedRest } = JSON.parse(example);
  expect(rest).toEqual(expectedRest);
  expect(objects).toEqual(expected);
  const parts = { ...received, roots: received.roots.map((root) => root.bytes) };
  expect((await accept(parts, undefined)).headHash).toBe(stated.headHash);
});

it('the session shown is one, and written as it stands', () => {
  const shown = /^\{"v":1,"key":"agenda\/.*\}$/m.exec(format)?.[0] ?? '';
  const key = 'agenda/thursday-morning';
  const chunk = readChunk(JSON.parse(shown), { key, sha256: '', size: 0, raw: 0, records: 1 });
  const papers = chunk.ok ? readRecords(chunk.value, conferenceId(stated.conference)) : chunk;
  const sessions = papers.ok ? papers.value.sessions : [];
  expect(writeChunk(key, sessions.map(recordOfSession))).toBe(shown);
});

it('every code of a refusal or note is in the table', () => {
  const failures = readFileSync(new URL('bundle-failure.ts', import.meta.url), 'utf8');
  const codes = new Set([...failures.matchAll(/'(S\d\d)'/g)].map(([, code]) => code));
  expect([...codes].filter((code) => !new RegExp(`^\\| ${code} +\\|`, 'm').test(format))).toEqual([]);
});
