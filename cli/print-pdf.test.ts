import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findBrowser } from './find-browser';
import { printPdf } from './print-pdf';

function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const leftProfiles = (): number => readdirSync(tmpdir()).filter((name) => name.startsWith('rostrum-print-')).length;

function textOf(pdf: Uint8Array): string {
  return Buffer.from(pdf).toString('latin1');
}

describe('printing', () => {
  it('gives tagged PDF on the page size that the document names', async () => {
    const printed = await printPdf(
      '<!doctype html><html lang="en"><title>Branch report</title><style>@page { size: 100mm 200mm }</style><h1>Report</h1>',
    );
    if (!printed.ok) throw new Error(printed.error.kind);
    const pdf = textOf(printed.value);
    expect(pdf.startsWith('%PDF-1.')).toBe(true);
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toContain('/Marked true');
    expect(pdf).toContain('/Outlines');
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect([Number(width), Number(height)].map(Math.round)).toEqual([283, 567]);
  });

  it('runs no script of the document and asks nobody for anything', async () => {
    let asked = 0;
    const listener = createServer((_request, response) => {
      asked += 1;
      response.end();
    }).listen(0, '127.0.0.1');
    onTestFinished(() => {
      listener.close();
    });
    await new Promise((resolve) => {
      listener.once('listening', resolve);
    });
    const address = listener.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const blank = await printPdf('<!doctype html><title>x</title><p>Conference notes</p>');
    const hostile = await printPdf(
      `<!doctype html><title>x</title><p>Conference notes</p><img src="http://127.0.0.1:${port}/a" alt="">
       <link rel="stylesheet" href="http://127.0.0.1:${port}/b"><iframe src="http://127.0.0.1:${port}/c" hidden></iframe>
       <script>for (let page = 0; page < 400; page += 1) document.body.append(document.createElement('hr'))</script>
       <meta http-equiv="refresh" content="0;url=http://127.0.0.1:${port}/d">`,
    );
    expect(asked).toBe(0);
    const pages = [blank, hostile].map((printed) => printed.ok && /\/Count (\d+)/.exec(textOf(printed.value))?.[1]);
    expect(pages).toEqual(['1', '1']);
  });

  it('says that there is no printer on a computer without such a browser', async () => {
    const places = { platform: 'linux', environment: { PATH: scratchFolder() } };
    expect(await printPdf('<p>x</p>', { browser: findBrowser(places) })).toEqual({
      ok: false,
      error: { kind: 'no-printer' },
    });
  });

  it('fails by name when the browser ends at once, and leaves no profile behind', async () => {
    const before = leftProfiles();
    const broken = join(scratchFolder(), 'chromium');
    writeFileSync(broken, '#!/bin/sh\nexit 3\n');
    chmodSync(broken, 0o755);
    expect(await printPdf('<p>x</p>', { browser: broken })).toEqual({ ok: false, error: { kind: 'print-failed' } });
    expect(leftProfiles()).toBe(before);
  });
});

describe('finding the browser', () => {
  it('takes the first on the path that may be run', () => {
    const [first, second] = [scratchFolder(), scratchFolder()];
    writeFileSync(join(first, 'chromium'), '', { mode: 0o644 });
    writeFileSync(join(second, 'chromium'), '', { mode: 0o755 });
    const places = { platform: 'linux', environment: { PATH: `${first}:${second}` } };
    expect(findBrowser(places)).toBe(join(second, 'chromium'));
  });
});
