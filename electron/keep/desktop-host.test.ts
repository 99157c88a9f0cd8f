import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { desktopRequests, type DesktopRequestName } from '../../shared/desktop-contract';
import { fail, succeed } from '../../shared/result';
import { openDesktopHost, type DesktopHost } from './desktop-host';
import { sha256Of } from './sha256';

let folder = '';
let hosts: DesktopHost[] = [];
let asked: unknown[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'host-'));
  hosts = [];
  asked = [];
});

afterEach(async () => {
  for (const host of hosts) await host.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(): Promise<DesktopHost> {
  const opened = await openDesktopHost({
    folder,
    appVersion: '1.2.3',
    now: () => 1_700_000_000_000,
    newId: () => crypto.randomUUID(),
    fetch: async () => {
      throw new TypeError('no network in this test');
    },
    shell: {
      shell: 'electron',
      lacks: [],
      saveFile: async ({ suggestedName }) => succeed({ name: suggestedName }),
      printPdf: async () => fail({ kind: 'no-printer' }),
      takeOpenedFiles: async () => [],
      openExternal: async (address) => {
        asked.push(address);
        return succeed({ opened: true });
      },
    },
  });
  if (!opened.ok) throw new Error(opened.error.kind);
  hosts.push(opened.value);
  return opened.value;
}

const bytes = new TextEncoder().encode('Mutuals and Co-ops');
const hash = sha256Of(bytes);
const conference = `c${'a2b3'.repeat(6)}cd`;
const deed = { stream: 'self', t: 'note.set', id: 'n1', val: { text: 'Ask about pensions' } };

describe('the contract, served', () => {
  it('describes the shell and names the folder for good', async () => {
    const host = await open();
    const described = await host.api.describeShell({});
    expect(described).toEqual({ shell: 'electron', appVersion: '1.2.3', folderId: host.folderId, lacks: [] });
    await host.close();
    expect((await open()).folderId).toBe(host.folderId);
  });

  it('keeps the sample apart from the delegate’s own', async () => {
    const { api } = await open();
    await api.appendToJournal({ store: 'sample', deeds: [deed] });
    expect(await api.readJournal({ store: 'own', from: 0, limit: 10 })).toMatchObject({ value: { total: 0 } });
    expect(await api.readJournal({ store: 'sample', from: 0, limit: 10 })).toMatchObject({ value: { total: 1 } });
    await api.keepOriginal({ store: 'sample', name: 'motion.txt', bytes });
    expect(await api.readOriginal({ store: 'own', sha256: hash })).toEqual(fail({ kind: 'not-kept' }));
  });

  it('keeps a paper under its hash, once, with the name it first came by', async () => {
    const { api } = await open();
    expect(await api.keepOriginal({ store: 'own', name: 'motion.txt', bytes })).toEqual(succeed({ sha256: hash }));
    expect(await api.keepOriginal({ store: 'own', name: 'copy.txt', bytes })).toEqual(succeed({ sha256: hash }));
    expect(await api.readOriginal({ store: 'own', sha256: hash })).toEqual(succeed({ name: 'motion.txt', bytes }));
    expect((await readdir(join(folder, 'own/originals'))).sort()).toEqual([hash, `${hash}.json`]);
  });

  it('does not hand out a paper whose bytes have changed on the disk, and takes it anew', async () => {
    const { api } = await open();
    await api.keepOriginal({ store: 'own', name: 'motion.txt', bytes });
    await writeFile(join(folder, 'own/originals', hash), 'something else');
    expect(await api.readOriginal({ store: 'own', sha256: hash })).toEqual(fail({ kind: 'not-kept' }));
    await api.keepOriginal({ store: 'own', name: 'motion.txt', bytes });
    expect(await api.readOriginal({ store: 'own', sha256: hash })).toMatchObject({ ok: true });
  });

  it('refuses a paper above 32 MiB', async () => {
    const { api } = await open();
    const large = new Uint8Array(32 * 1024 * 1024 + 1);
    expect(await api.keepOriginal({ store: 'own', name: 'a.pdf', bytes: large })).toEqual(
      fail({ kind: 'too-large', limit: 32 * 1024 * 1024 }),
    );
  });

  it('keeps what the office sent in the layout of a host, and counts what was new', async () => {
    const { api } = await open();
    const received = {
      store: 'own',
      conference,
      roots: [{ version: 1, bytes }],
      objects: [{ sha256: hash, bytes }],
      head: bytes,
    };
    expect(await api.keepOfficial(received)).toEqual(succeed({ kept: 3 }));
    expect(await api.keepOfficial(received)).toEqual(succeed({ kept: 0 }));
    const official = join(folder, 'own/official', conference);
    expect((await readdir(official)).sort()).toEqual(['head.json', 'o', 'root']);
    expect(await readFile(join(official, 'root/1.json'))).toEqual(Buffer.from(bytes));
    for (const what of [{ kind: 'root', version: 1 }, { kind: 'head' }, { kind: 'object', sha256: hash }]) {
      expect(await api.readOfficial({ store: 'own', conference, what })).toEqual(succeed(bytes));
    }
    expect(await api.readOfficial({ store: 'own', conference, what: { kind: 'root', version: 2 } })).toEqual(
      fail({ kind: 'not-kept' }),
    );
  });

  it('refuses an object that is not its hash, and then keeps nothing of what came with it', async () => {
    const { api } = await open();
    const received = { conference, roots: [{ version: 1, bytes }], objects: [{ sha256: 'a'.repeat(64), bytes }] };
    expect(await api.keepOfficial({ store: 'own', ...received })).toEqual(fail({ kind: 'refused' }));
    expect(await readdir(folder)).not.toContain('own');
  });

  it('answers a kept object without asking the network', async () => {
    const { api } = await open();
    await api.keepOfficial({ store: 'own', conference, roots: [], objects: [{ sha256: hash, bytes }] });
    const wanted = { store: 'own', address: 'https://office.example/', conference, sha256: hash };
    expect(await api.fetchObject({ ...wanted, size: bytes.length })).toEqual(succeed(bytes));
    expect(await api.fetchHead({ address: 'https://office.example/', conference })).toEqual(fail({ kind: 'offline' }));
  });

  it('leaves every file and folder to its owner alone', async () => {
    const { api } = await open();
    await api.appendToJournal({ store: 'own', deeds: [deed] });
    await api.keepOriginal({ store: 'own', name: 'motion.txt', bytes });
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const { mode } = await stat(join(entry.parentPath, entry.name));
      expect(mode & 0o077, entry.name).toBe(0);
    }
  });

  it('gives the folder to the next one when it is closed', async () => {
    const first = await open();
    await expect(open()).rejects.toThrow('folder-in-use');
    await first.close();
    expect(await (await open()).api.describeShell({})).toMatchObject({ shell: 'electron' });
  });

  it('takes a snapshot before the first write of a day', async () => {
    const first = await open();
    await first.api.appendToJournal({ store: 'own', deeds: [deed] });
    await first.close();
    const second = await open();
    await second.api.appendToJournal({ store: 'own', deeds: [deed] });
    const copy = await readFile(join(folder, 'own/snapshots/2023-11-14/1.ndjson'), 'utf8');
    expect(copy.trim().split('\n')).toHaveLength(1);
  });

  it('puts a lost journal back from its last copy, under another id and device', async () => {
    const first = await open();
    const before = await first.api.appendToJournal({ store: 'own', deeds: [deed] });
    await first.close();
    const second = await open();
    await second.api.readJournal({ store: 'own', from: 0, limit: 1 });
    await second.close();
    await rm(join(folder, 'own/journal'), { recursive: true });
    const { api } = await open();
    const page = await api.readJournal({ store: 'own', from: 0, limit: 10 });
    expect(page).toMatchObject({ value: { total: 1, entries: [{ id: 'n1' }] } });
    expect(page.ok && before.ok && page.value.journalId === before.value.journalId).toBe(false);
  });

  it('reads from a folder in which it may not write, and says for each write that it may not', async () => {
    const first = await open();
    await first.api.appendToJournal({ store: 'own', deeds: [deed] });
    await first.close();
    // A file in the place of the claims stands for a folder without rights, which root would not notice.
    await rm(join(folder, 'in-use'), { recursive: true });
    await writeFile(join(folder, 'in-use'), '');
    await chmod(join(folder, 'in-use'), 0o400);
    const { api } = await open();
    expect(await api.readJournal({ store: 'own', from: 0, limit: 1 })).toMatchObject({ value: { total: 1 } });
    expect(await api.appendToJournal({ store: 'own', deeds: [deed] })).toEqual(fail({ kind: 'not-writable' }));
    expect(await api.keepOriginal({ store: 'own', name: 'a.txt', bytes })).toEqual(fail({ kind: 'not-writable' }));
    await rm(join(folder, 'in-use'));
    expect(await api.appendToJournal({ store: 'own', deeds: [deed] })).toMatchObject({ value: { from: 1 } });
  });

  it('passes on addresses that may leave the app, as the network will see them, and no others', async () => {
    const { api } = await open();
    await api.openExternal({ url: 'https://bücher.example/a?b' });
    expect(asked).toEqual([{ href: 'https://xn--bcher-kva.example/a?b', shown: 'xn--bcher-kva.example' }]);
    for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'https://good.example@evil.example/', 'x', '']) {
      expect(await api.openExternal({ url })).toEqual(fail({ kind: 'address-refused' }));
    }
    expect(asked).toHaveLength(1);
  });
});

describe('malformed arguments', () => {
  const withoutArguments = new Set<DesktopRequestName>([
    'describeShell',
    'describeSecrets',
    'takeOpenedFiles',
    'describeOffices',
    'openOffice',
  ]);
  const isRequest = (name: string): name is DesktopRequestName => Object.hasOwn(desktopRequests, name);
  const names = Object.keys(desktopRequests)
    .filter(isRequest)
    .filter((name) => !withoutArguments.has(name));
  const cycle: Record<string, unknown> = { store: 'own' };
  cycle['deeds'] = [cycle];
  const deep: unknown = JSON.parse('{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000));
  const value = fc.anything({ withDate: true, withMap: true, withTypedArray: true, withBigInt: true, maxDepth: 3 });

  it.each(names)('of %s are refused, whatever they are, and nothing is written', async (name) => {
    const { api } = await open();
    const written = await readdir(folder);
    const near = fc.record(
      {
        store: fc.constantFrom('own', 'sample', '../x', ''),
        from: value,
        limit: value,
        deeds: value,
        name: value,
        bytes: value,
      },
      { requiredKeys: ['store'] },
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(value, near), async (given) => {
        expect(await api[name](given)).toEqual(fail({ kind: 'refused' }));
      }),
      { seed: 11, numRuns: 300 },
    );
    for (const given of [cycle, deep, { store: 'own', deeds: [{ ...deed, val: deep }] }, 'x'.repeat(5_000_000)]) {
      expect(await api[name](given)).toEqual(fail({ kind: 'refused' }));
    }
    expect(await readdir(folder)).toEqual(written);
  });

  it.each([
    ['a path for a store', { store: '../../etc', deeds: [deed] }],
    ['no deed', { store: 'own', deeds: [] }],
    ['a key that is not in the contract', { store: 'own', deeds: [{ ...deed, device: 'mine' }] }],
    ['a value that JSON has not', { store: 'own', deeds: [{ ...deed, val: { at: new Date(0) } }] }],
    [
      'a value that would change a prototype',
      { store: 'own', deeds: [{ ...deed, val: JSON.parse('{"__proto__":1}') }] },
    ],
    ['2,001 deeds', { store: 'own', deeds: Array.from({ length: 2001 }, () => deed) }],
  ])('%s is refused', async (_name, given) => {
    const { api } = await open();
    expect(await api.appendToJournal(given)).toEqual(fail({ kind: 'refused' }));
  });
});
