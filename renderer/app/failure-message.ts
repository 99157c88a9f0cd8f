// One plain sentence for every named failure: what happened, what it means for the delegate's work, what can be done.
// The only place where failures become words; the switches are exhaustive, so a new failure does not compile unsaid.

import type { BundleFailure, BundleNote, SourceTrouble } from '../../shared/bundle/bundle-failure';
import type { FetchFailure, KeepFailure, OpenFailure, PrintFailure, SaveFailure } from '../../shared/desktop-contract';
import type { PaperFailure } from '../../shared/import/paper';
import type { StoreFailure } from '../storage/store';
import type { ConnectFailure } from './loopback-desktop';

const hostGone = 'The program behind this page has been closed. Start Rostrum again; everything saved is still there.';
const diskFull = 'The disk is full. You can read, but nothing new can be saved until you free some space.';
const notWritable = 'Rostrum may not write to its folder on this computer. Nothing new can be saved until it may.';
const refused = 'Rostrum asked its own program for something it does not allow. Nothing was changed.';

/** Why something could not be saved, or a kept file not be read. */
export function keepMessage(failure: KeepFailure): string {
  switch (failure.kind) {
    case 'host-gone':
      return hostGone;
    case 'disk-full':
      return diskFull;
    case 'not-writable':
      return notWritable;
    case 'folder-in-use':
      return 'Another Rostrum is using the same folder. Close one of the two, then try again.';
    case 'not-kept':
      return 'This file is not kept on this computer any more.';
    case 'too-large':
      return `This is larger than Rostrum keeps in one piece (${inMegabytes(failure.limit)}). It was not saved.`;
    case 'refused':
      return refused;
  }
}

/** Why the file that a paper was read from cannot be shown. */
export function originalMessage(failure: KeepFailure): string {
  return failure.kind === 'not-kept'
    ? 'The file itself is not on this computer. If you brought the paper in on another of your computers, it is there.'
    : keepMessage(failure);
}

/** Why papers could not be fetched from an address. */
export function fetchMessage(failure: FetchFailure): string {
  switch (failure.kind) {
    case 'host-gone':
      return hostGone;
    case 'not-found':
      return 'Nothing is published at this address. Check it for a slip, or ask the conference office.';
    case 'sign-in-page':
      return 'The server sent something that is not an agenda (perhaps a Wi-Fi sign-in page). Sign in to the network and try again.';
    case 'too-large':
      return `The server sent a file larger than Rostrum accepts (${inMegabytes(failure.limit)}). It was not used.`;
    case 'cut-short':
      return 'The download stopped part-way. What arrived is saved; it will carry on from there.';
    case 'hash-mismatch':
      return 'Part of the agenda arrived damaged. It was not used.';
    case 'offline':
    case 'address-refused':
    case 'not-allowed':
    case 'server-trouble':
    case 'timed-out':
    case 'disk-full':
    case 'not-writable':
    case 'refused':
      return sourceMessage(failure.kind);
  }
}

/** Why a paper could not be read; `name` is its file name. */
export function paperMessage(failure: PaperFailure, name: string): string {
  const paper = `“${name}”`;
  switch (failure.kind) {
    case 'not-found':
      return `${paper} is not there any more. Nothing was stored.`;
    case 'empty':
      return `${paper} is empty. Nothing was stored.`;
    case 'too-large':
      return `${paper} is larger than the ${inMegabytes(failure.limit)} that Rostrum reads. Nothing was stored.`;
    case 'binary':
      return `${paper} is not a text, whatever its name says. Nothing was stored.`;
    case 'encrypted':
      return `${paper} is locked with a password. Save a copy without one and open that.`;
    case 'damaged':
      return `${paper} is damaged and cannot be read. Ask for it again; nothing was stored.`;
    case 'stopped':
      return `The reading of ${paper} was stopped. Nothing was stored.`;
    case 'unsupported':
      return `Rostrum does not read ${failure.format} files yet. Copy the text of ${paper} and paste it here.`;
  }
}

/** What was dropped on the window and cannot be read as a file. */
export function unreadMessage(names: readonly string[]): string {
  const listed = new Intl.ListFormat('en-GB').format(names.map((name) => `“${name}”`));
  return `${listed} cannot be read here, or has no files in it. Nothing was stored.`;
}

/** Why the delegate's papers could not be opened at the start. */
export function storeMessage(failure: StoreFailure): string {
  switch (failure.kind) {
    case 'written-by-newer-version':
      return 'A newer version of Rostrum has used these papers. Open them with that version; nothing was changed.';
    case 'held-by-other-window':
      return 'Rostrum is open in another window with an older version. Close that window, then try again.';
    case 'working-copy-failed':
      return `This computer's browser store cannot be opened (${failure.name}). Everything you wrote is still safe in Rostrum's folder; restart the computer and try again.`;
    case 'host-gone':
    case 'disk-full':
    case 'not-writable':
    case 'folder-in-use':
    case 'not-kept':
    case 'too-large':
    case 'refused':
      return keepMessage(failure);
  }
}

/** Why the page has no program behind it. */
export function connectMessage(failure: ConnectFailure): string {
  switch (failure.kind) {
    case 'no-key':
      return 'This address opens Rostrum only together with its key. Start Rostrum again, and use the address it prints or the page it opens.';
    case 'host-gone':
      return hostGone;
  }
}

/** Why a file could not be saved where the delegate wanted it; undefined where nothing needs saying. */
export function saveMessage(failure: SaveFailure): string | undefined {
  switch (failure.kind) {
    case 'cancelled':
    case 'use-download':
      return undefined;
    case 'host-gone':
    case 'disk-full':
    case 'not-writable':
    case 'folder-in-use':
    case 'not-kept':
    case 'too-large':
    case 'refused':
      return keepMessage(failure);
  }
}

/** Why no PDF could be made. */
export function printMessage(failure: PrintFailure): string {
  switch (failure.kind) {
    case 'host-gone':
      return hostGone;
    case 'no-printer':
      return 'This computer has no browser that can make a PDF. Export as HTML and print that instead.';
    case 'print-failed':
      return 'The PDF could not be made. Try again, or export as HTML and print that instead.';
    case 'refused':
      return refused;
  }
}

/** Why a link was not opened; undefined where nothing needs saying. */
export function openMessage(failure: OpenFailure): string | undefined {
  switch (failure.kind) {
    case 'host-gone':
      return hostGone;
    case 'cancelled':
      return undefined;
    case 'address-refused':
      return 'Rostrum opens web pages and e-mail addresses only, and this link is neither.';
    case 'refused':
      return refused;
  }
}

/** What the sentence about a bundle may say beyond the failure itself. */
export type BundleFacts = {
  readonly from: 'file' | 'address';
  /** The agenda version held now, if any. */
  readonly held?: number;
  /** The title of the conference that was expected. */
  readonly conferenceTitle?: string;
};

/** Why a bundle was refused: the sentences of the codes S01 to S24. */
export function bundleMessage(failure: BundleFailure, facts: BundleFacts): string {
  const { held } = facts;
  const kept = held === undefined ? '' : ` You still have agenda v${held}.`;
  switch (failure.code) {
    case 'S01':
      return facts.from === 'file'
        ? 'This is not an agenda file.'
        : 'The server sent something that is not an agenda (perhaps a Wi-Fi sign-in page). Sign in to the network and try again.';
    case 'S02':
      return `This file was changed after it was signed, or damaged on the way. It was not used.${kept}`;
    case 'S03':
      return 'This was not signed by the conference office you trust. It was not used.';
    case 'S04':
      return `Signed with a key the conference office withdrew on ${dayOf(failure.at)}. It was not used.`;
    case 'S05':
      return `This key change has ${failure.found} of the ${failure.needed} signatures it needs.`;
    case 'S06':
      return `This file has agenda v${failure.offered}. You already have v${failure.held}, which is newer.`;
    case 'S08':
      return `Two different agendas call themselves v${failure.version}. Yours shows ${failure.heldWords}; the other shows ${failure.offeredWords}. Compare with the screen in the hall and tell the conference office.`;
    case 'S11':
      return 'The download stopped part-way. What arrived is saved; it will carry on from there.';
    case 'S12':
      return `Part of the agenda arrived damaged. The server’s copy is damaged.${kept}`;
    case 'S13':
      return failure.why === 'expands'
        ? 'This file is not safe to open (it expands far beyond its stated size).'
        : 'This file is not safe to open (it holds far more than an agenda can).';
    case 'S14':
      return `This file is larger than the app accepts (${inMegabytes(failure.limit)}).`;
    case 'S15':
      return `The agenda contains an entry the app cannot read. It was not used; the office has to publish it again. (S15 ${failure.where})`;
    case 'S16': {
      const offered = failure.offeredTitle ?? 'another conference';
      return `This is the agenda of ${offered}, not ${facts.conferenceTitle ?? 'the conference you have open'}.`;
    }
    case 'S17': {
      const version = failure.minApp ?? `format ${failure.major}`;
      const meanwhile = held === undefined ? '' : ` You can keep working with v${held}.`;
      return `This agenda needs a newer version of the app (${version}).${meanwhile}`;
    }
    case 'S18':
      return 'The conference’s keys need renewing. You can read and write; new agendas will not be accepted until the office publishes new keys.';
    case 'S19':
      return held === undefined
        ? 'This file only holds the changes since an earlier agenda, which you do not have. Ask for the full file.'
        : `This file only holds the changes since a later agenda than yours, v${held}. Ask for the full file.`;
    case 'S24':
      return sourceMessage(failure.why);
  }
}

/** Why an invitation leads nowhere. */
export function invitationMessage(why: 'no-square' | 'not-an-invitation' | 'no-address' | 'not-asked'): string {
  switch (why) {
    case 'no-square':
      return 'No invitation can be read in this picture. Take it again straight on and sharp, or ask the office for the address.';
    case 'not-an-invitation':
      return 'This is not an invitation of a conference office.';
    case 'no-address':
      return 'This invitation names the conference, but no address. Ask the office for it, or for a bundle file.';
    case 'not-asked':
      return 'The address in this invitation is not one Rostrum may ask: it has to begin with https://.';
  }
}

/** That private entries stay closed (S23); they are kept as they are. */
export function lockedMessage(count: number): string {
  const notes = count === 1 ? '1 private entry was' : `${count} private entries were`;
  return `${notes} encrypted for another key. Restore your recovery kit to read ${count === 1 ? 'it' : 'them'}.`;
}

/** What is said of a bundle that was used although it is not perfect. `until` is when it expired, in words. */
export function bundleNoteMessage(
  note: BundleNote,
  facts: { readonly version: number; readonly until?: string; readonly today?: string },
): string {
  switch (note) {
    case 'S07':
      return `You already have this (v${facts.version}).`;
    case 'S09':
      return `The office has not confirmed this agenda since ${facts.until ?? 'some time ago'}. It may be out of date.`;
    case 'S10':
      return `Your computer’s clock looks wrong${facts.today === undefined ? '' : ` (it says ${facts.today})`}. Times may be misleading; your data is fine.`;
  }
}

function sourceMessage(trouble: SourceTrouble): string {
  switch (trouble) {
    case 'not-published':
      return 'The server answers, but nothing is published there for this conference yet.';
    case 'offline':
      return 'Not connected to a network. Everything you have can be read and written; news will be fetched when you are back.';
    case 'address-refused':
      return 'This is not an address Rostrum may ask: it has to begin with https://.';
    case 'not-allowed':
      return 'The server does not let us in. Check the address with the conference office.';
    case 'server-trouble':
      return 'The server has trouble of its own just now. Nothing here has changed; try again in a while.';
    case 'timed-out':
      return 'The server took too long to answer. Nothing here has changed; try again in a while.';
    case 'disk-full':
      return diskFull;
    case 'not-writable':
      return notWritable;
    case 'refused':
      return refused;
  }
}

function inMegabytes(bytes: number): string {
  return `${Math.round(bytes / (1024 * 1024))} MB`;
}

/** `2027-05-03T09:00:00Z` → `3 May 2027`; anything else as it came. */
function dayOf(moment: string): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return moment;
  return at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}
