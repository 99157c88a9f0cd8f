// Packs the app as for Linux, with the stand-in as its Electron, looks into the package and starts it.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchRostrum } from '../electron-stand-in/launch';
import { makeUnpackedElectron } from '../electron-stand-in/unpacked-electron';

const root = join(import.meta.dirname, '../..');
const program = (name: string): string => join(root, 'node_modules/.bin', name);
let scratch = '';
let packed = '';

beforeAll(async () => {
  for (const built of ['dist/main/main.cjs', 'dist/preload/preload.cjs', 'dist/renderer/index.html']) {
    if (!existsSync(join(root, built))) throw new Error(`${built} is not there: run npx vite build --app first`);
  }
  scratch = await mkdtemp(join(tmpdir(), 'package-check-'));
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'));
  await makeUnpackedElectron(join(scratch, 'electron'), version);
  const settings = [`--config.electronDist=${join(scratch, 'electron')}`, `--config.directories.output=${scratch}/out`];
  const config = ['--config', join(root, 'build/electron-builder.yml'), ...settings];
  execFileSync(program('electron-builder'), ['--linux', '--dir', '--publish', 'never', ...config], {
    cwd: root,
    stdio: 'pipe',
  });
  const folder = (await readdir(join(scratch, 'out'))).find((name) => name.endsWith('unpacked'));
  packed = join(scratch, 'out', folder ?? '');
});

afterAll(async () => rm(scratch, { recursive: true, force: true }));

describe('the package', () => {
  it('holds the three bundles and the manifest, and nothing else', async () => {
    const listed = execFileSync(program('asar'), ['list', join(packed, 'resources/app.asar')], { encoding: 'utf8' });
    const files = listed
      .trim()
      .split('\n')
      .map((name) => name.slice(1));
    const built = await readdir(join(root, 'dist/renderer'), { recursive: true });
    const expected = [
      'dist',
      'dist/main',
      'dist/main/main.cjs',
      'dist/preload',
      'dist/preload/preload.cjs',
      'dist/renderer',
      ...built.map((name) => `dist/renderer/${name}`),
      'package.json',
    ];
    expect(files.sort()).toEqual(expected.sort());
    expect(await readdir(join(packed, 'resources'))).not.toContain('app');
  });

  it('has its fuses set as the configuration says', () => {
    const read = execFileSync(program('electron-fuses'), ['read', '--app', join(packed, 'rostrum')], {
      encoding: 'utf8',
    });
    const states = Object.fromEntries(
      [...read.matchAll(/(\w+) is (Enabled|Disabled)/g)].map(([, name, state]) => [name, state]),
    );
    expect(states).toMatchObject({
      RunAsNode: 'Disabled',
      EnableCookieEncryption: 'Disabled',
      EnableNodeOptionsEnvironmentVariable: 'Disabled',
      EnableNodeCliInspectArguments: 'Disabled',
      EnableEmbeddedAsarIntegrityValidation: 'Enabled',
      OnlyLoadAppFromAsar: 'Enabled',
      LoadBrowserProcessSpecificV8Snapshot: 'Disabled',
      GrantFileProtocolExtraPrivileges: 'Disabled',
    });
  });

  it('brings only the languages it was told to', async () => {
    expect((await readdir(join(packed, 'locales'))).sort()).toEqual(['en-GB.pak', 'en-US.pak']);
  });

  it('starts, and shows the app’s first screen', async () => {
    const dataFolder = join(scratch, 'data');
    const rostrum = await launchRostrum({ dataFolder, executable: join(packed, 'rostrum') });
    expect(await rostrum.app.evaluate(({ app }) => app.isPackaged)).toBe(true);
    await rostrum.page.getByRole('heading').first().waitFor();
    const shell = await rostrum.page.evaluate(async () => window.rostrum?.describeShell({}));
    expect(shell).toMatchObject({ shell: 'electron', lacks: [] });
    await rostrum.close();
  });
});
