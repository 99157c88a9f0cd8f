// The contract's requests for conference offices: folders with keys and a few files, some made here, some opened where
// they stand. The passphrase of each is remembered until the program ends.

import { rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { DesktopApi, KeepFailure } from '../../shared/desktop-contract';
import type { DescribedOffice, officeRequests, OfficeFailure } from '../../shared/office-contract';
import { fail, succeed, type Result } from '../../shared/result';
import { writeFailureOf } from './failures';
import { makeFolder, readWhole, writeWhole } from './files';
import type { ChooseFolder } from './folder-requests';
import { isUnderPassphrase, listKeys, makeKey, officerKeyPath, signWithKeys, tryKey } from './office-keys';
import { parseJson } from './parse-json';
import { passphraseSecrets, type Secrets } from './secrets';

export type OfficeRequests = Pick<DesktopApi, keyof typeof officeRequests>;

export type OfficeRequestsOptions = {
  /** The store in which offices are made and listed. */
  readonly folder: string;
  readonly newId: () => string;
  readonly chooseFolder: ChooseFolder;
  readonly ensureWritable: () => Promise<Result<undefined, KeepFailure>>;
};

type ListedOffice = { readonly office: string; readonly path: string };

const listFile = 'offices.json';

/** The requests. Arguments arrive checked against the contract. */
export function officeRequestsOn(options: OfficeRequestsOptions): OfficeRequests {
  const guards = new Map<
    string,
    { readonly guard: Secrets; readonly give: (passphrase: string | undefined) => void }
  >();
  const guardOf = (office: string) => {
    const known = guards.get(office);
    if (known !== undefined) return known;
    let given: string | undefined;
    const made = {
      guard: passphraseSecrets(() => given),
      give: (passphrase: string | undefined) => {
        given = passphrase;
      },
    };
    guards.set(office, made);
    return made;
  };
  const opened = new Set<string>();
  const describe = async (listed: ListedOffice): Promise<Result<DescribedOffice, OfficeFailure>> => {
    const keys = await listKeys(listed.path, opened.has(listed.office));
    return keys.ok ? succeed({ ...listed, keys: keys.value }) : keys;
  };
  const at = async <T>(
    office: string,
    work: (listed: ListedOffice) => Promise<Result<T, OfficeFailure>>,
  ): Promise<Result<T, OfficeFailure>> => {
    const listed = (await readList(options.folder)).find((each) => each.office === office);
    return listed === undefined ? fail({ kind: 'no-such-office' }) : work(listed);
  };
  return {
    describeOffices: async () => {
      const listed = await readList(options.folder);
      const described = await Promise.all(listed.map(describe));
      return succeed(described.flatMap((each, index) => (each.ok ? [each.value] : gone(listed[index]))));
    },
    makeOffice: async ({ officers, publisher, passphrase }) =>
      writing(options, async () => {
        const office = options.newId();
        const { guard, give } = guardOf(office);
        give(passphrase);
        const path = join(options.folder, 'offices', office);
        const made = await makeKeys(path, { officers, publisher }, guard);
        if (!made.ok) return made;
        opened.add(office);
        const listed = await addToList(options.folder, { office, path });
        return listed.ok ? describe({ office, path }) : listed;
      }),
    openOffice: async () => {
      const chosen = await options.chooseFolder('office');
      if (!chosen.ok) return chosen;
      const path = resolve(chosen.value);
      const known = (await readList(options.folder)).find((each) => each.path === path);
      const listed = known ?? { office: options.newId(), path };
      const described = await describe(listed);
      if (!described.ok) return described;
      return writing(options, async () => {
        const added = await addToList(options.folder, listed);
        return added.ok ? described : added;
      });
    },
    forgetOffice: async ({ office }) =>
      at(office, async () =>
        writing(options, async () => {
          guards.delete(office);
          opened.delete(office);
          const others = (await readList(options.folder)).filter((each) => each.office !== office);
          const written = await writeList(options.folder, others);
          return written.ok ? succeed({ forgotten: true }) : written;
        }),
      ),
    unlockOffice: async ({ office, passphrase }) =>
      at(office, async (listed) => {
        const { guard, give } = guardOf(office);
        give(passphrase);
        const tried = await tryKey(listed.path, guard);
        if (tried.ok) opened.add(office);
        else opened.delete(office);
        return tried.ok ? describe(listed) : tried;
      }),
    signForOffice: async ({ office, what, payload }) =>
      at(office, async ({ path }) => signWithKeys(path, { what, payload }, guardOf(office).guard)),
    ...fileRequests(at),
  };
}

type At = <T>(
  office: string,
  work: (listed: ListedOffice) => Promise<Result<T, OfficeFailure>>,
) => Promise<Result<T, OfficeFailure>>;

function fileRequests(
  at: At,
): Pick<OfficeRequests, 'readOfficeFile' | 'keepOfficeFile' | 'readOfficerKey' | 'removeOfficerKey'> {
  return {
    readOfficeFile: async ({ office, file }) =>
      at(office, async ({ path }) => {
        const bytes = await readWhole(join(path, ...file.split('/')));
        if (bytes.ok) return succeed(new Uint8Array(bytes.value));
        return bytes.error.kind === 'missing' ? succeed(null) : fail({ kind: 'not-writable' });
      }),
    keepOfficeFile: async ({ office, file, bytes }) =>
      at(office, async ({ path }) => {
        const target = join(path, ...file.split('/'));
        const isRoot = file.startsWith('root/');
        if (isRoot && (await readWhole(target)).ok) return fail({ kind: 'refused' });
        const made = await makeFolder(dirname(target));
        if (!made.ok) return made;
        const written = await writeWhole(target, bytes);
        return written.ok ? succeed({ kept: true }) : written;
      }),
    readOfficerKey: async ({ office, officer }) =>
      at(office, async ({ path }) => {
        const file = officerKeyPath(path, officer);
        if (!(await isUnderPassphrase(file))) return fail({ kind: 'refused' });
        const bytes = await readWhole(file);
        return bytes.ok ? succeed(new Uint8Array(bytes.value)) : fail({ kind: 'no-office-there' });
      }),
    removeOfficerKey: async ({ office, officer }) =>
      at(office, async ({ path }) => {
        try {
          await rm(officerKeyPath(path, officer), { force: true });
          return succeed({ removed: true });
        } catch (error) {
          return fail(writeFailureOf(error));
        }
      }),
  };
}

async function makeKeys(
  path: string,
  { officers, publisher }: { readonly officers: readonly string[]; readonly publisher: string },
  guard: Secrets,
): Promise<Result<undefined, OfficeFailure>> {
  const made = await makeFolder(join(path, 'root'));
  if (!made.ok) return made;
  for (const [index, label] of officers.entries()) {
    const key = await makeKey(path, { officer: index + 1, label }, guard);
    if (!key.ok) return key;
  }
  return makeKey(path, { label: publisher }, guard);
}

async function writing<T>(
  { ensureWritable }: OfficeRequestsOptions,
  work: () => Promise<Result<T, OfficeFailure>>,
): Promise<Result<T, OfficeFailure>> {
  const writable = await ensureWritable();
  if (writable.ok) return work();
  const { kind } = writable.error;
  return fail({ kind: kind === 'disk-full' || kind === 'folder-in-use' ? kind : 'not-writable' });
}

/** A folder that has gone, on a stick most likely, is still listed: it may come back. */
function gone(listed: ListedOffice | undefined): readonly DescribedOffice[] {
  return listed === undefined ? [] : [{ ...listed, keys: [] }];
}

async function readList(folder: string): Promise<readonly ListedOffice[]> {
  const bytes = await readWhole(join(folder, listFile));
  const json = bytes.ok ? parseJson(bytes.value.toString('utf8')) : undefined;
  if (typeof json !== 'object' || json === null || !('offices' in json) || !Array.isArray(json.offices)) return [];
  return json.offices.filter(isListed);
}

function isListed(json: unknown): json is ListedOffice {
  if (typeof json !== 'object' || json === null) return false;
  return typeof Reflect.get(json, 'office') === 'string' && typeof Reflect.get(json, 'path') === 'string';
}

async function addToList(folder: string, listed: ListedOffice): Promise<Result<undefined, OfficeFailure>> {
  const others = (await readList(folder)).filter(({ office }) => office !== listed.office);
  return writeList(folder, [...others, listed]);
}

async function writeList(folder: string, offices: readonly ListedOffice[]): Promise<Result<undefined, OfficeFailure>> {
  const made = await makeFolder(folder);
  if (!made.ok) return made;
  const text = `${JSON.stringify({ v: 1, offices }, null, 2)}\n`;
  return writeWhole(join(folder, listFile), Buffer.from(text));
}
