import { describe, expect, it } from 'vitest';
import { ownDevice, memoryFolder, platform, type OwnDeviceForTest } from '../../tests/adversary/own-devices';
import { present } from '../assert';
import { toBase64, fromBase64 } from '../base64';
import type { JournalDeed } from '../desktop-contract';
import { noteId, motionId, textVersionId } from '../ids';
import { deedOf } from '../journal/entry';
import { sealDeviceHead } from './seal-device-log';
import { ageCipher, newAgeKey } from './self-age';
import { confirmSelfLog, nothingPushedOfSelf, pushSelfLog, type SelfLogToPush } from './self-push';
import { entriesOfLog } from './self-operations';
import { readSelfLog } from './self-read';
import { nothingKnown } from './verify-device-log';

const secret = 'Vote against, whatever the executive says';
const note = (body: string): JournalDeed =>
  deedOf('note.set', 'n1', {
    id: noteId('n1'),
    motionId: motionId('m1'),
    baseVersion: textVersionId('t0000000000000001'),
    body,
    savedAt: 1,
  });

async function written(count: number): Promise<OwnDeviceForTest> {
  const device = await ownDevice('laptop-A');
  for (let index = 0; index < count; index += 1) device.writer.write(note(`${secret}, ${String(index)}`));
  return device;
}

async function toPush(device: OwnDeviceForTest, recipients: readonly string[]): Promise<SelfLogToPush<never>> {
  return {
    place: device.place,
    signer: device.signer,
    lines: await device.lines(),
    seen: null,
    memory: nothingPushedOfSelf,
    now: 0,
    cipher: ageCipher(recipients, [device.age.identity]),
  };
}

describe('a private log in a folder', () => {
  it('is read by every device it is encrypted to, and tells nobody else a word', async () => {
    const [A, B] = [await written(3), await newAgeKey()];
    const folder = memoryFolder();
    const recipients = [A.age.recipient, B.recipient];
    expect(await pushSelfLog(await toPush(A, recipients), folder, platform)).toMatchObject({ value: { sent: 3 } });
    const read = await readSelfLog(
      folder,
      nothingKnown,
      { place: A.place, cipher: ageCipher([], [B.identity]) },
      platform,
    );
    const entries = entriesOfLog(read.ok ? (read.value?.lines ?? []) : [], undefined);
    expect(entries).toEqual({ ok: true, value: A.writer.entries() });
    for (const bytes of folder.files().values()) {
      const shown = new TextDecoder('latin1').decode(bytes);
      for (const text of [shown, atobs(shown)]) {
        expect(text).not.toContain('Vote');
        expect(text).not.toContain('note.set');
        expect(text).not.toContain('laptop-A');
      }
    }
  });

  it('gives away its size in steps of 4 KiB', async () => {
    const sizes = new Set<number>();
    for (const count of [1, 2, 5, 9]) {
      const device = await written(count);
      const folder = memoryFolder();
      await pushSelfLog(await toPush(device, [device.age.recipient]), folder, platform);
      for (const [name, bytes] of folder.files()) if (name !== 'head') sizes.add(bytes.length);
    }
    expect(sizes.size).toBe(1);
  });

  it('does not carry the hash of what was written, which could be guessed and tried', async () => {
    const device = await written(1);
    const folder = memoryFolder();
    await pushSelfLog(await toPush(device, [device.age.recipient]), folder, platform);
    const lines = await device.lines();
    const head = new TextDecoder().decode(folder.files().get('head'));
    expect(atobs(head)).not.toContain(lines[0]?.sha256);
  });

  it('stays closed to a device that it is not encrypted to, which keeps it as it is', async () => {
    const [A, other] = [await written(3), await newAgeKey()];
    const folder = memoryFolder();
    await pushSelfLog(await toPush(A, [A.age.recipient]), folder, platform);
    const read = await readSelfLog(
      folder,
      nothingKnown,
      { place: A.place, cipher: ageCipher([], [other.identity]) },
      platform,
    );
    expect(read).toMatchObject({ ok: true, value: { lines: [], locked: [{ from: 1, to: 3 }], known: { seq: 0 } } });
    const [locked] = present(read.ok ? read.value : undefined, 'it was read').locked;
    expect(folder.files().get(present(locked, 'one segment').sha256)).toEqual(locked?.bytes);
  });

  it('is not written when there is nobody to encrypt to, or a key that is none', async () => {
    const device = await written(1);
    const folder = memoryFolder();
    expect(await pushSelfLog(await toPush(device, []), folder, platform)).toEqual({
      ok: false,
      error: { kind: 'no-recipients' },
    });
    const broken = `${device.age.recipient.slice(0, -1)}${device.age.recipient.endsWith('q') ? 'p' : 'q'}`;
    expect(await pushSelfLog(await toPush(device, [device.age.recipient, broken]), folder, platform)).toEqual({
      ok: false,
      error: { kind: 'unusable-recipient', recipient: broken },
    });
    expect(folder.files().size).toBe(0);
  });

  it('cannot name a segment that is not encrypted, neither when it is made nor when it is read', async () => {
    const device = await written(1);
    const log = { ...(await toPush(device, [])), previous: null };
    const plain = { from: 1, to: 1, h: 'a'.repeat(64), size: 1, raw: 1, enc: 'none' } as const;
    const head = { segments: [plain], lastOp: plain.h };
    await expect(sealDeviceHead(log, head, platform)).rejects.toThrow('what is private is encrypted');
    const forged = await sealDeviceHead({ ...log, place: { ...log.place, stream: 'team' } }, head, platform);
    const folder = memoryFolder();
    const envelope = JSON.parse(new TextDecoder().decode(forged.ok ? forged.value.head : undefined));
    const payload = atob(envelope.payload).replace('"team"', '"self"');
    const signature = await device.signer.sign(new TextEncoder().encode(payload));
    envelope.payload = btoa(payload);
    envelope.signatures[0].sig = toBase64(signature.ok ? signature.value : new Uint8Array());
    await folder.write({ objects: [], head: new TextEncoder().encode(JSON.stringify(envelope)) });
    const read = await readSelfLog(folder, nothingKnown, { place: device.place, cipher: ageCipher([], []) }, platform);
    expect(read).toEqual({ ok: false, error: { kind: 'unreadable', code: 'S15', where: 'enc' } });
  });
});

describe('pushing a private log again', () => {
  it('writes nothing when nothing is new, and only the open end when something is', async () => {
    const device = await written(600);
    const folder = memoryFolder();
    const log = await toPush(device, [device.age.recipient]);
    const first = await pushSelfLog(log, folder, platform);
    const memory = first.ok && first.value.kind === 'pushed' ? first.value.memory : nothingPushedOfSelf;
    const objects = folder.files().size;
    expect(await pushSelfLog({ ...log, memory }, folder, platform)).toMatchObject({ value: { kind: 'up-to-date' } });
    device.writer.write(note('one more'));
    const again = { ...log, memory: JSON.parse(JSON.stringify(memory)), lines: await device.lines() };
    expect(await pushSelfLog(again, folder, platform)).toMatchObject({ value: { kind: 'pushed', sent: 1, lost: 0 } });
    expect(folder.files().size).toBe(objects + 1);
  });

  it('encrypts all of it anew when a device joins or leaves', async () => {
    const [A, B] = [await written(300), await newAgeKey()];
    const folder = memoryFolder();
    const log = await toPush(A, [A.age.recipient]);
    const first = await pushSelfLog(log, folder, platform);
    const memory = first.ok && first.value.kind === 'pushed' ? first.value.memory : nothingPushedOfSelf;
    const wider = { ...log, memory, cipher: ageCipher([A.age.recipient, B.recipient], [A.age.identity]) };
    expect(await pushSelfLog(wider, folder, platform)).toMatchObject({ value: { kind: 'pushed', sent: 0 } });
    const read = await readSelfLog(
      folder,
      nothingKnown,
      { place: A.place, cipher: ageCipher([], [B.identity]) },
      platform,
    );
    expect(read).toMatchObject({ ok: true, value: { locked: [], known: { seq: 300 } } });
  });

  it('sends again what the folder has lost (S22)', async () => {
    const device = await written(300);
    const folder = memoryFolder();
    const log = await toPush(device, [device.age.recipient]);
    const first = await pushSelfLog(log, folder, platform);
    const memory = first.ok && first.value.kind === 'pushed' ? first.value.memory : nothingPushedOfSelf;
    expect(await confirmSelfLog({ ...log, memory }, folder, platform)).toEqual({ ok: true, value: memory });
    folder.lose([...folder.files().keys()].filter((name) => name !== 'head').slice(0, 1));
    const confirmed = await confirmSelfLog({ ...log, memory }, folder, platform);
    const doubtful = confirmed.ok ? confirmed.value : memory;
    expect(doubtful.head).toBe(null);
    expect(await pushSelfLog({ ...log, memory: doubtful }, folder, platform)).toMatchObject({ ok: true });
    const cipher = ageCipher([], [device.age.identity]);
    const read = await readSelfLog(folder, nothingKnown, { place: device.place, cipher }, platform);
    expect(read).toMatchObject({ ok: true, value: { known: { seq: 300 } } });
    folder.lose([...folder.files().keys()]);
    expect(await pushSelfLog({ ...log, memory }, folder, platform)).toMatchObject({ value: { lost: 300, sent: 0 } });
  });

  it('stops when the folder knows more than this computer: a restored copy, or its twin (S21)', async () => {
    const device = await written(5);
    const folder = memoryFolder();
    const log = await toPush(device, [device.age.recipient]);
    await pushSelfLog(log, folder, platform);
    const before = new Map(folder.files());
    const restored = { ...log, lines: log.lines.slice(0, 3) };
    const outcome = await pushSelfLog(restored, folder, platform);
    expect(outcome).toMatchObject({ value: { kind: 'another-self', theirs: [{ seq: 4 }, { seq: 5 }] } });
    expect(folder.files()).toEqual(before);
  });
});

describe('reading a private log again', () => {
  it('refuses one that has become shorter, and one in which an operation has become another', async () => {
    const device = await written(5);
    const reader = { place: device.place, cipher: ageCipher([], [device.age.identity]) };
    const folder = memoryFolder();
    const log = await toPush(device, [device.age.recipient]);
    await pushSelfLog(log, folder, platform);
    const read = await readSelfLog(folder, nothingKnown, reader, platform);
    const known = present(read.ok ? read.value : undefined, 'it was read').known;
    const shorter = memoryFolder();
    await pushSelfLog({ ...log, lines: log.lines.slice(0, 3) }, shorter, platform);
    expect(await readSelfLog(shorter, known, reader, platform)).toMatchObject({ error: { code: 'S22' } });
    const twin = await ownDevice('laptop-A', device);
    for (let index = 0; index < 6; index += 1) twin.writer.write(note('by the twin'));
    for (const count of [5, 6]) {
      const forked = memoryFolder();
      await pushSelfLog({ ...log, lines: (await twin.lines()).slice(0, count) }, forked, platform);
      expect(await readSelfLog(forked, known, reader, platform)).toMatchObject({ error: { code: 'S21' } });
    }
  });

  it.each(['cut', 'flip', 'lose'] as const)('answers damage by its code, and takes nothing: %s', async (damage) => {
    const device = await written(5);
    const folder = memoryFolder();
    await pushSelfLog(await toPush(device, [device.age.recipient]), folder, platform);
    const name = [...folder.files().keys()].find((one) => one !== 'head') ?? '';
    const bytes = present(folder.files().get(name), 'it was written');
    if (damage === 'lose') folder.lose([name]);
    if (damage === 'cut') folder.put(name, bytes.subarray(0, 100));
    if (damage === 'flip') folder.put(name, bytes.with(200, (bytes[200] ?? 0) ^ 1));
    const cipher = ageCipher([], [device.age.identity]);
    const read = await readSelfLog(folder, nothingKnown, { place: device.place, cipher }, platform);
    expect(read).toMatchObject({ ok: false, error: { code: damage === 'flip' ? 'S12' : 'S11' } });
  });
});

/** What stands in base64 in a text, decoded. */
function atobs(text: string): string {
  return [...text.matchAll(/[A-Za-z0-9+/]{40,}={0,2}/g)]
    .map(([match]) => new TextDecoder('latin1').decode(fromBase64(match) ?? new Uint8Array()))
    .join(' ');
}
