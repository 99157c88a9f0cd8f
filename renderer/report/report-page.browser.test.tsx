import axe from 'axe-core';
import { Dexie } from 'dexie';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { conference, papers, tides } from '../../tests/adversary/conference-papers';
import { journalInPage } from '../../tests/adversary/journal-in-page';
import type { DesktopApi } from '../../shared/desktop-contract';
import { clauseId } from '../../shared/ids';
import { fail, succeed } from '../../shared/result';
import { compression, cryptography } from '../app/cryptography';
import { textCodec } from '../app/text-codec';
import { addPapers, recordDecision, saveAmendment, saveMandate, saveNote } from '../storage/deeds';
import { openStore } from '../storage/store';
import type { OpenedStore } from '../storage/store';
import { StoreProvider } from '../storage/StoreContext';
import { ReportPage } from './ReportPage';
import '../styles/layers.css';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/fonts.css';

type SavedFile = { readonly suggestedName: string; readonly bytes: Uint8Array };

let root: Root;
let opened: OpenedStore;
let saved: SavedFile[];

/** The doorkeeper of the tests, with `changes`; what it is asked to save stands in `saved`. */
function desktopWith(changes: Partial<DesktopApi> = {}): DesktopApi {
  return {
    ...journalInPage('report-test'),
    saveFile: async (file) => {
      saved.push(file);
      return succeed({ name: file.suggestedName });
    },
    printPdf: async ({ html }) => succeed(textCodec.encode(`PDF of ${html}`)),
    ...changes,
  };
}

async function show(desktop: DesktopApi, isEmpty = false): Promise<void> {
  const opening = await openStore({
    name: 'own',
    desktop,
    shell: { folderId: crypto.randomUUID() },
    now: () => Date.UTC(2027, 5, 22, 16, 40),
    newId: () => crypto.randomUUID(),
    platform: { compression, cryptography, text: textCodec },
  });
  if (!opening.ok) throw new Error(`The store did not open: ${JSON.stringify(opening.error)}`);
  opened = opening.value;
  const { store } = opened;
  if (!isEmpty) {
    await addPapers(store, papers);
    await saveNote(store, { motionId: tides.id, baseVersion: tides.text.id, body: 'Ask the pilots.' });
    await saveMandate(store, { motionId: tides.id, position: 'support' });
    await recordDecision(store, { recordId: tides.id, motionId: tides.id, decision: { key: 'lost' } });
    await saveAmendment(store, {
      conferenceId: tides.conferenceId,
      motionId: tides.id,
      standing: 'draft',
      submittedBy: ['Northern Quays'],
      baseVersion: tides.text.id,
      operations: [{ kind: 'replace', clause: clauseId('c1'), from: 0, to: 6, removed: 'Shifts', text: 'All shifts' }],
    });
  }
  const host = document.createElement('div');
  host.id = 'app';
  document.body.append(host);
  root = createRoot(host);
  root.render(
    <StoreProvider store={store}>
      <ReportPage conference={isEmpty ? undefined : conference} />
    </StoreProvider>,
  );
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
}

const press = (name: string): Promise<void> => page.getByRole('button', { name }).click();
const textOf = (file: SavedFile | undefined): string => textCodec.decodeUtf8(file?.bytes ?? new Uint8Array()) ?? '';

beforeEach(async () => {
  saved = [];
  localStorage.clear();
  await page.viewport(1366, 768);
});

afterEach(async () => {
  vi.restoreAllMocks();
  root.unmount();
  document.querySelector('#app')?.remove();
  opened.close();
  for (const { name } of await indexedDB.databases()) if (name !== undefined) await Dexie.delete(name);
});

describe('the report page', () => {
  it('shows the report as it will be saved', async () => {
    await show(desktopWith());
    await expect
      .element(page.getByRole('heading', { level: 1 }))
      .toHaveTextContent('Report back: Harbour Workers 2027');
    await expect.element(page.getByRole('row', { name: /Working with the tides Support Lost/ })).toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'Where conference decided otherwise' })).toBeVisible();
    expect(document.querySelector('ins')?.textContent).toMatch(/^All s/);
  });

  it('has nothing that axe objects to, and no sideways scrolling', async () => {
    await show(desktopWith());
    const results = await axe.run(document.body);
    expect(results.violations.map((violation) => violation.id)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1366);
    await page.viewport(683, 384);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(683);
  });

  it('leaves private notes out until asked, and asks again the next time', async () => {
    await show(desktopWith());
    await expect.element(page.getByText('Ask the pilots.')).not.toBeInTheDocument();
    await page.getByText(/^My notes/).click();
    await expect.element(page.getByText('Ask the pilots.')).toBeVisible();
    await page.getByText('Briefings').click();
    expect(localStorage.getItem('rostrum.report-choices')).toBe('all amendments marked-text');
  });

  it.each([
    ['Save as Markdown', 'Report back, Harbour Workers 2027.md', '# Report back: Harbour Workers 2027'],
    ['Save as web page (HTML)', 'Report back, Harbour Workers 2027.html', '<!doctype html>'],
    ['Save as spreadsheet (CSV)', 'Report back, Harbour Workers 2027.csv', '\uFEFF"Conference","Motion"'],
    ['Save as plain text', 'Report back, Harbour Workers 2027.txt', 'Report back: Harbour Workers 2027\n==='],
    ['Save as PDF', 'Report back, Harbour Workers 2027.pdf', 'PDF of <!doctype html>'],
  ])('%s', async (button, name, start) => {
    await show(desktopWith());
    await press(button);
    await expect.element(page.getByText(`Saved as “${name}”.`)).toBeVisible();
    expect(saved.map((file) => file.suggestedName)).toEqual([name]);
    expect(textOf(saved[0]).startsWith(start)).toBe(true);
  });

  it('downloads where there is no save dialog', async () => {
    const downloads: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function record(this: HTMLAnchorElement) {
      downloads.push(this.download);
    });
    await show(desktopWith({ saveFile: async () => fail({ kind: 'use-download' }) }));
    await press('Save as Markdown');
    await expect.element(page.getByText(/is in the browser’s downloads/)).toBeVisible();
    expect(downloads).toEqual(['Report back, Harbour Workers 2027.md']);
  });

  it('says nothing when the delegate thinks better of it', async () => {
    await show(desktopWith({ saveFile: async () => fail({ kind: 'cancelled' }) }));
    await press('Save as Markdown');
    await expect.element(page.getByRole('button', { name: 'Save as Markdown' })).toBeEnabled();
    expect(document.querySelector('[role="alert"], [role="status"]')).toBeNull();
  });

  it('says why a file could not be saved', async () => {
    await show(desktopWith({ saveFile: async () => fail({ kind: 'disk-full' }) }));
    await press('Save as Markdown');
    await expect.element(page.getByRole('alert')).toHaveTextContent('The disk is full.');
  });

  it('offers to print the page where no PDF can be made', async () => {
    await show(desktopWith({ printPdf: async () => fail({ kind: 'no-printer' }) }));
    await press('Save as PDF');
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('This computer has no browser that can make a PDF.');
    await expect.element(page.getByRole('button', { name: 'Print this page' })).toBeVisible();
    expect(saved).toEqual([]);
  });

  it('is calm when there is nothing to report', async () => {
    await show(desktopWith(), true);
    await expect.element(page.getByText('There is nothing to report yet')).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Bring in papers' })).toHaveAttribute('href', '#/import');
  });
});
