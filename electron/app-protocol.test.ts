// What no journey on the stand-in can show: with which rights the scheme is registered, and what its handler answers.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { registerAppScheme, serveApp } from './app-protocol';
import { listAppFiles } from './keep/app-files';

type Handler = (request: Request) => Promise<Response>;
const electron = vi.hoisted(() => ({ registered: [] as unknown[], handlers: new Map<string, Handler>() }));

vi.mock('electron', () => ({
  protocol: {
    registerSchemesAsPrivileged: (schemes: unknown) => electron.registered.push(schemes),
    handle: (scheme: string, handler: Handler) => electron.handlers.set(scheme, handler),
  },
}));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'app-protocol-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  serveApp(await listAppFiles(folder), new Map([['app://print/1', '<h1>Report</h1>']]));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

async function ask(url: string, method = 'GET'): Promise<Response> {
  const handler = electron.handlers.get('app');
  if (handler === undefined) throw new Error('the scheme has no handler');
  return handler(new Request(url, { method }));
}

describe('the scheme', () => {
  it('is registered with an origin, a secure context, fetch and code cache, and no other right', () => {
    registerAppScheme();
    expect(electron.registered).toEqual([
      [{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }],
    ]);
  });

  it('answers the page under its policy', async () => {
    const response = await ask('app://bundle/');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<!doctype html>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("connect-src 'none'");
  });

  it('answers a document to be printed under a policy that runs and loads nothing', async () => {
    const response = await ask('app://print/1');
    expect(await response.text()).toBe('<h1>Report</h1>');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).toMatch(/; sandbox$/);
    expect(policy).not.toContain('script-src');
  });

  it.each(['app://bundle/../../etc/passwd', 'app://print/2', 'app://bundle/main.cjs', 'app://other/'])(
    'answers %s with 404',
    async (url) => {
      expect((await ask(url)).status).toBe(404);
    },
  );

  it('answers nothing but GET', async () => {
    expect((await ask('app://bundle/', 'POST')).status).toBe(404);
  });
});
