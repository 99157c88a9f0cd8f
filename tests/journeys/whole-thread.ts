// The whole thread, as one delegate goes through it on the two real seed papers; told once for whichever shell it runs in.

import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  openOffice,
  officeTitle,
  publishAsStranger,
  signedByOthers,
  withOneByteChanged,
  type ConferenceOffice,
  type PublishedVersion,
} from './conference-office';
import {
  chooseFiles,
  clausesOn,
  draftSaved,
  draftText,
  goToEndOf,
  leftOut,
  openConference,
  openPaper,
  openView,
  pasteIntoWindow,
  reads,
  retype,
  takeBack,
  understood,
  wordingBeside,
  writeNote,
} from './delegate';
import { filesKept, rowsKept } from './everything-kept';
import { picture } from './pictures';
import type { Shell } from './shells';

const seeds = join(import.meta.dirname, '../../../shared/seeds');
const motionFile = join(seeds, 'motion-mutuals-and-co-ops.txt');
const articleFile = join(seeds, 'article-cooperative-councils-network.txt');

const conference = '2012 Local Government Service Group Conference';
const motionTitle = 'Mutuals and Co-ops';
const articleTitle = 'Labour cooperative network looks to shape mutualisation agenda';
const pointOne = 'Oppose privatisation in all forms, including employee-led privatisation;';
const wordingOne = 'In action point 1, delete “including” and insert “not least”.';
const noteOnMotion = 'Ask the movers how many branches have met this already.';
const noteOnClause = 'Fair Deal: our own members moved in 2010 and lost it.';

/** Runs the thread in one shell. Its parts stand on one another: after the first that fails, the others only say so. */
export function tellWholeThread(where: string, openShell: (folder: string) => Shell): void {
  describe(`the whole thread ${where}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'whole-thread-'));
    const shell = openShell(folder);
    let page: Page;
    let office: ConferenceOffice;
    let first: PublishedVersion;
    let second: PublishedVersion;
    let isBroken = false;

    beforeAll(async () => {
      for (const name of ['office', 'stranger']) mkdirSync(join(folder, name));
      office = await openOffice(join(folder, 'office'));
      page = await shell.start();
    });
    beforeEach(() => {
      if (isBroken) throw new Error('The thread broke at an earlier part');
    });
    afterEach(async ({ task }) => {
      if (isBroken) return;
      isBroken = task.result?.state === 'fail';
      await picture(page, `${where} - ${task.name}`.replaceAll(/[^\w -]/gu, ''));
    });
    afterAll(async () => {
      await shell.close();
      await office.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const restart = async (): Promise<void> => {
      await shell.close();
      page = await shell.start();
    };

    const everything = async () => ({
      rows: await rowsKept(page),
      official: filesKept(join(shell.dataFolder, 'own/official')),
      journal: filesKept(join(shell.dataFolder, 'own/journal')),
    });

    it('begins at the front door', async () => {
      for (const door of ['Open papers', 'Connect to a conference', 'Try the sample conference']) {
        await page.getByRole('heading', { level: 2, name: door }).waitFor();
      }
    });

    it('shows what it understood of the motion, and what it left out', async () => {
      await chooseFiles(page, 'Open papers…', [motionFile, articleFile]);
      await page.getByRole('button', { name: `Look at ${motionTitle}` }).click();
      const paper = await understood(page);
      expect(paper.title).toBe(motionTitle);
      expect(await paper.field('Conference')).toBe(conference);
      expect(await paper.field('Date on the page')).toBe('2012-02-15');
      expect(await paper.chosen('Decision printed on it')).toMatch(/^Carried as amended$/iu);
      expect(paper.clauses).toHaveLength(11);
      expect(paper.clauses.slice(0, 5).map((text) => text.split(' ').slice(0, 3).join(' '))).toEqual([
        'Conference notes the',
        'Conference also notes',
        'Conference believes that',
        'However conference also',
        'Conference also notes',
      ]);
      expect(paper.clauses[5]).toBe('Conference therefore calls on the Service Group Executive to:');
      expect(paper.clauses[6]).toBe(pointOne);
      expect(paper.clauses.slice(6).some((text) => /^\d\)/u.test(text))).toBe(false);
      expect(paper.clauses[10]).toMatch(/^Campaign for “Fair Deal” .* transferred to mutuals$/u);
      expect(await leftOut(page)).toEqual(['Back to all Motions', '.']);
    });

    it('takes a line back that was left out, and undoes that', async () => {
      const before = (await understood(page)).clauses;
      await takeBack(page, 'Back to all Motions');
      expect((await understood(page)).clauses).toEqual(['Back to all Motions', ...before]);
      expect(await leftOut(page)).toEqual(['.']);
      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      expect((await understood(page)).clauses).toEqual(before);
      expect(await leftOut(page)).toEqual(['Back to all Motions', '.']);
    });

    it('leaves the website’s furniture out of the article', async () => {
      await page.getByRole('button', { name: `Look at ${articleTitle}` }).click();
      await page
        .getByRole('textbox', { name: 'Title', exact: true })
        .and(page.locator(`[value="${articleTitle}"]`))
        .waitFor();
      const paper = await understood(page);
      expect(paper.clauses[0]).toMatch(/^A network to support councils/u);
      expect(paper.clauses.at(-1)).toMatch(/model to be rolled out\.$/u);
      const dropped = (await leftOut(page)).join('\n');
      for (const words of [
        'no longer supported',
        'cookies disabled',
        'Comment',
        'Have your say',
        'Terms and Conditions',
      ]) {
        expect(dropped).toContain(words);
        expect(paper.clauses.join('\n')).not.toContain(words);
      }
    });

    it('reads the same article when its text is pasted', async () => {
      const opened = (await understood(page)).clauses;
      await page.getByRole('heading', { level: 1 }).click();
      await pasteIntoWindow(page, readFileSync(articleFile, 'utf8'));
      await page.getByRole('button', { name: 'Take Pasted text.txt off the list' }).waitFor();
      await page
        .getByRole('button', { name: `Look at ${articleTitle}` })
        .nth(1)
        .click();
      expect((await understood(page)).clauses).toEqual(opened);
      await page.getByRole('button', { name: 'Take Pasted text.txt off the list' }).click();
    });

    it('keeps both papers under the conference that the motion names', async () => {
      expect(await page.getByRole('textbox', { name: 'Keep under the conference' }).inputValue()).toBe(conference);
      await page.getByRole('button', { name: 'Keep 2 papers' }).click();
      await page.getByRole('heading', { level: 1, name: motionTitle }).waitFor();
      await page.getByRole('banner').getByRole('link', { name: conference }).click();
      await page.getByRole('heading', { level: 1, name: conference }).waitFor();
      const list = page.getByRole('main');
      await list.getByRole('link', { name: motionTitle }).waitFor();
      await list.getByRole('link', { name: articleTitle }).waitFor();
      await reads(page, 'Everything is saved on this computer');
    });

    it('shows the motion with numbered clauses and its decision', async () => {
      await openPaper(page, motionTitle);
      expect(await clausesOn(page).count()).toBe(11);
      expect(await clausesOn(page).nth(6).innerText()).toContain(pointOne);
      await reads(page, /Carried as amended/iu);
      await reads(page, 'Date on the page: 15 February 2012');
    });

    it('links the briefing to the motion', async () => {
      await page.getByRole('button', { name: 'Link a briefing to this motion' }).click();
      await page.getByRole('menuitem', { name: articleTitle }).click();
      await page.getByRole('button', { name: `Take “${articleTitle}” off this motion` }).waitFor();
    });

    it('finds notes again after a restart', async () => {
      await writeNote(page, noteOnMotion);
      await writeNote(page, noteOnClause, 'Campaign for “Fair Deal”');
      await restart();
      await openPaper(page, motionTitle);
      await reads(page, noteOnMotion);
      await reads(page, noteOnClause);
      await page.getByRole('button', { name: 'on clause 11' }).waitFor();
      await openView(page, 'Notes');
      await reads(page, '2 notes');
    });

    it('marks a change at once, and writes the formal wording beside it', async () => {
      await openPaper(page, motionTitle);
      await page.getByRole('link', { name: 'Draft an amendment' }).click();
      await retype(page, { clause: 'Oppose privatisation', from: 'including', to: 'not least' });
      await draftText(page).getByText('not least').waitFor();
      expect(await draftText(page).locator('ins').allInnerTexts()).toEqual(['not least']);
      expect(await draftText(page).locator('del').allInnerTexts()).toEqual(['including']);
      await wordingBeside(page).getByText(wordingOne, { exact: true }).waitFor();
    });

    it('adds a clause and deletes one, and keeps the draft over a restart', async () => {
      await goToEndOf(page, 'Campaign for “Fair Deal”');
      await page.getByRole('button', { name: 'Add a clause' }).click();
      await page.keyboard.type('Report progress to the next conference.');
      await goToEndOf(page, 'Seek agreements with the co-operative movement');
      await page.getByRole('button', { name: 'Delete clause' }).click();
      await draftSaved(page);
      const sentences = (await wordingBeside(page).getByRole('paragraph').allInnerTexts()).slice(0, 3);
      expect(sentences[0]).toBe(wordingOne);
      expect(sentences[1]).toMatch(/^Delete action point 3/u);
      expect(sentences[2]).toContain('“Report progress to the next conference.”');
      await restart();
      await openPaper(page, motionTitle);
      await page.getByRole('link', { name: 'My amendment', exact: true }).click();
      for (const sentence of sentences) await wordingBeside(page).getByText(sentence, { exact: true }).waitFor();
      expect(await draftText(page).locator('ins').allInnerTexts()).toContain('not least');
    });

    it('connects to the conference office and uses its papers', async () => {
      first = office.publish('first', 'The agenda as sent to branches');
      await openView(page, 'Papers from the office');
      await page.getByRole('textbox', { name: 'Address of the office' }).fill(office.address);
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
      const offer = page.getByRole('region', { name: 'Papers from the conference office' });
      await offer.getByRole('heading', { name: officeTitle }).waitFor();
      await reads(page, /^Signed by a key that calls itself “Conference office”\. Every part is as it was signed\.$/u);
      expect(await offer.innerText()).toContain(`Agenda v1 · ${first.words}`);
      await reads(page, 'The agenda as sent to branches');
      await reads(page, '3 motions new.');
      expect(await offer.getByRole('listitem').allInnerTexts()).toEqual([
        'Motion 1, Late buses for late shifts: new',
        'Motion 2, Warm rooms at night: new',
        'Motion 3, A rest room with a door: new',
      ]);
      await page.getByRole('button', { name: 'Use these papers' }).click();
      await page.getByRole('link', { name: 'Read the papers' }).click();
      await page.getByRole('heading', { level: 1, name: officeTitle }).waitFor();
      for (const title of ['Late buses for late shifts', 'Warm rooms at night', 'A rest room with a door']) {
        await page.getByRole('main').getByRole('link', { name: title }).waitFor();
      }
      expect(await page.getByRole('contentinfo').innerText()).toContain(`Agenda v1 · ${first.words}`);
    });

    it('says that the office is not verified until its words were compared', async () => {
      await page.getByRole('contentinfo').getByRole('link', { name: 'Office not yet verified' }).click();
      await page.getByRole('button', { name: 'The words are the same' }).click();
      await reads(page, 'Signed by the conference office');
      expect(await page.getByText('Office not yet verified').count()).toBe(0);
    });

    it('finds the office’s news by itself, shows what changes, and uses it', async () => {
      second = office.publish('second');
      await restart();
      await page.getByRole('contentinfo').getByRole('link', { name: 'New papers: agenda v2' }).click();
      await reads(page, /^Signed by Conference office\. Every part is as it was signed\.$/u);
      await reads(page, '1 motion changed.');
      await reads(page, 'Motion 2, Warm rooms at night: changed');
      await page.getByRole('button', { name: 'Use these papers' }).click();
      await page.getByRole('contentinfo').getByText(`Agenda v2 · ${second.words}`).waitFor();
      await page.getByRole('button', { name: 'Look for news' }).click();
      await reads(page, /^You have the newest papers\./u);
      await openPaper(page, 'Warm rooms at night');
      await reads(page, /least temperature of eighteen degrees/u);
    });

    it.each([
      {
        file: 'with one byte changed',
        make: () => withOneByteChanged(second.file, join(folder, 'changed.rostrum')),
        sentence:
          'This file was changed after it was signed, or damaged on the way. It was not used. You still have agenda v2.',
      },
      {
        file: 'signed by others',
        make: () =>
          signedByOthers(second.file, publishAsStranger(join(folder, 'stranger')), join(folder, 'forged.rostrum')),
        sentence: 'This was not signed by the conference office you trust. It was not used.',
      },
      {
        file: 'of an older version',
        make: () => first.file,
        sentence: 'This file has agenda v1. You already have v2, which is newer.',
      },
    ])('refuses a bundle file $file, and changes nothing', async ({ make, sentence }) => {
      await openView(page, 'Papers from the office');
      const before = await everything();
      await chooseFiles(page, 'Open a bundle file', [make()]);
      await page.getByRole('alert').filter({ hasText: sentence }).waitFor();
      expect(await page.getByRole('button', { name: 'Use these papers' }).count()).toBe(0);
      expect(await everything()).toEqual(before);
    });

    it('offers a stranger’s bundle only as an office never met, with words to compare, and changes nothing', async () => {
      await openView(page, 'Papers from the office');
      const before = await everything();
      await chooseFiles(page, 'Open a bundle file', [join(folder, 'stranger/agenda-second.rostrum')]);
      await reads(page, /^This is the first time you meet this office\. Compare these words/u);
      await page.getByRole('alert').filter({ hasText: 'this is not that office' }).waitFor();
      expect(await everything()).toEqual(before);
    });

    it('reports back as Markdown, HTML, CSV and PDF', async () => {
      await openConference(page, conference);
      await openView(page, 'Report to branch');
      await page.getByText('My notes. They are private').click();
      const save = (button: string) =>
        shell.saved(page, async () => page.getByRole('button', { name: button, exact: true }).click());
      const facts = [motionTitle, wordingOne, noteOnMotion, noteOnClause];

      const markdown = await save('Save as Markdown');
      expect(markdown.name).toMatch(/\.md$/u);
      const text = markdown.bytes.toString('utf8').replaceAll('\\', '');
      for (const fact of [...facts, 'Carried as amended']) expect(text).toContain(fact);

      const html = await save('Save as web page (HTML)');
      expect(html.name).toMatch(/\.html$/u);
      for (const fact of facts) expect(html.bytes.toString('utf8')).toContain(fact);
      expect(html.bytes.toString('utf8')).not.toMatch(/<script/iu);

      const csv = await save('Save as spreadsheet (CSV)');
      expect(csv.name).toMatch(/\.csv$/u);
      expect(csv.bytes.toString('utf8')).toContain(motionTitle);

      const pdf = await save('Save as PDF');
      expect(pdf.name).toMatch(/\.pdf$/u);
      expect(pdf.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
      expect(pdf.bytes.length).toBeGreaterThan(10_000);
    });

    it('has everything back when the browser has lost its copy, and says so', async () => {
      const before = await rowsKept(page);
      await shell.close();
      shell.loseWorkingCopy();
      page = await shell.start();
      await reads(page, 'Nothing you wrote was lost.');
      expect(await rowsKept(page)).toEqual(before);
      await openConference(page, conference);
      await openPaper(page, motionTitle);
      await reads(page, noteOnMotion);
      await page.getByRole('link', { name: 'My amendment', exact: true }).click();
      await wordingBeside(page).getByText(wordingOne, { exact: true }).waitFor();
    });

    it('never put an error, or a refusal of its own policy, into the console', () => {
      expect(shell.faults.heard()).toEqual([]);
    });
  });
}
