import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appFileAt, appOrigin, isAppAddress } from './app-address';
import { listAppFiles, type AppFiles } from './app-files';
import { contentPolicy } from './content-policy';

let folder = '';
let files: AppFiles = new Map();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'app-files-'));
  await mkdir(join(folder, 'renderer/assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'renderer/index.html'), '<!doctype html>');
  await writeFile(join(folder, 'renderer/assets/main-1a2b.js'), '1');
  await symlink(join(folder, 'secret.txt'), join(folder, 'renderer/link.txt'));
  await symlink(folder, join(folder, 'renderer/up'));
  files = await listAppFiles(join(folder, 'renderer'));
});

afterAll(async () => rm(folder, { recursive: true, force: true }));

describe('the address of the app', () => {
  it('never changes, because it is the key of the database', () => {
    expect(appOrigin).toBe('app://bundle');
  });

  it.each(['app://bundle/', 'app://bundle/index.html', 'app://bundle/#/motion/m1'])('is %s', (url) => {
    expect(isAppAddress(url)).toBe(true);
  });

  it.each([
    'app://bundle.evil.example/',
    'app://other/',
    'app://bundle@evil/',
    'app://user@bundle/',
    'app:bundle',
    'https://bundle/',
    'file:///bundle/',
    'javascript:app://bundle/',
    ' ',
    '',
  ])('is not “%s”', (url) => {
    expect(isAppAddress(url)).toBe(false);
  });
});

describe('the files of the app', () => {
  it('are those that were built, and the page at the root', () => {
    expect([...files.keys()].sort()).toEqual(['/', '/assets/main-1a2b.js', '/index.html']);
    expect(appFileAt(files, 'app://bundle/')?.contentType).toBe('text/html; charset=utf-8');
    expect(appFileAt(files, 'app://bundle/assets/main-1a2b.js')?.contentType).toBe('text/javascript; charset=utf-8');
    expect(appFileAt(files, 'app://bundle/#/motion/m1')?.path).toBe(join(folder, 'renderer/index.html'));
  });

  it.each([
    'app://bundle/../secret.txt',
    'app://bundle/../../../../etc/passwd',
    'app://bundle/..%2fsecret.txt',
    'app://bundle/%2e%2e/secret.txt',
    'app://bundle/%2e%2e%2fsecret.txt',
    'app://bundle/..\\secret.txt',
    'app://bundle/assets%2fmain-1a2b.js',
    'app://bundle/assets%5Cmain-1a2b.js',
    'app://bundle/index.html%00',
    'app://bundle/index.html\u0000.js',
    'app://bundle//index.html',
    'app://bundle/index.html/',
    'app://bundle/INDEX.HTML',
    'app://bundle/index.html?x',
    'app://bundle/link.txt',
    'app://bundle/up/secret.txt',
    'app://bundle/etc/passwd',
    'app://bundle//etc/passwd',
    'app://bundle/C:/Windows/win.ini',
    'app://other/index.html',
    'app://print/index.html',
    'app:///index.html',
    'app://bundle/constructor',
    'app://bundle/__proto__',
    'file:///etc/passwd',
    'https://bundle/index.html',
    'not an address',
  ])('are nowhere else: %s', (url) => {
    const found = appFileAt(files, url);
    // Dots that the address itself resolves may lead back to the page, and never out.
    expect(found === undefined || found.path.startsWith(join(folder, 'renderer/'))).toBe(true);
    expect(found).toBeUndefined();
  });
});

describe('the content security policy', () => {
  it('lets the page reach nobody in Electron and its own host in a browser', () => {
    expect(contentPolicy('none')).toContain("connect-src 'none'");
    expect(contentPolicy('self')).toContain("connect-src 'self'");
  });

  it('has no way to run what the app was not built with', () => {
    expect(contentPolicy('none')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(contentPolicy('self')).not.toMatch(/unsafe|\*|https?:/);
    expect(contentPolicy('none')).toContain("require-trusted-types-for 'script'");
  });
});
