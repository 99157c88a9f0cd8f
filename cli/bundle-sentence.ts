// Why a bundle was refused, and what was remarked, as the command line says it.

import type { BundleFailure, BundleNote, BundlePart, SourceTrouble } from '../shared/bundle/bundle-failure';

/** One sentence for a person. */
export function bundleSentence(failure: BundleFailure): string {
  switch (failure.code) {
    case 'S01':
      return `This is not a bundle: ${partName(failure.part)} is not in the form of one.`;
    case 'S02':
      return `The bundle was changed after it was signed, or damaged on the way: a signature on ${partName(failure.part)} is wrong.`;
    case 'S03':
      return `None of the conference’s keys signed ${partName(failure.part)}.`;
    case 'S04':
      return `The key that signed ${partName(failure.part)} was withdrawn at ${failure.at}.`;
    case 'S05':
      return `Of the ${failure.needed} signatures that ${partName(failure.part)} needs, it has ${failure.found}.`;
    case 'S06':
      return `This is version ${failure.offered}; version ${failure.held} is already trusted, which is newer.`;
    case 'S08':
      return `There are two different versions ${failure.version}: the trusted one shows “${failure.heldWords}”, this one “${failure.offeredWords}”.`;
    case 'S11':
      return `Of ${partName(failure.part)}, ${failure.of} bytes were promised and fewer came.`;
    case 'S12':
      return `The bytes of ${partName(failure.part)} are not the ones that were signed.`;
    case 'S13':
      return `It is not safe to open: ${partName(failure.part)} ${unsafeReasons[failure.why]}.`;
    case 'S14':
      return `It is too large: ${partName(failure.part)} may have ${failure.limit} bytes at most.`;
    case 'S15':
      return `An entry in ${partName(failure.part)} cannot be read (${failure.where}); nothing of the bundle is used.`;
    case 'S16': {
      const title = failure.offeredTitle === undefined ? '' : ` (${failure.offeredTitle})`;
      return `This is the conference ${failure.offered}${title}, not ${failure.expected}.`;
    }
    case 'S17':
      return `It is in a newer format (${failure.major}) than this version of rostrum reads.`;
    case 'S18':
      return failure.why === 'expired'
        ? 'The conference’s keys have expired; the office has to publish new ones.'
        : 'A list of the conference’s keys is missing, so that the signature cannot be checked.';
    case 'S19':
      return `It holds only part of a version: ${failure.missing} of its parts are missing. Ask for the full file.`;
    case 'S24':
      return sourceTroubles[failure.why];
  }
}

/** What is said of a bundle that is used although it is not perfect. */
export function bundleNoteSentence(note: BundleNote): string {
  switch (note) {
    case 'S07':
      return 'S07: this very version is trusted already.';
    case 'S09':
      return 'S09: the office has not confirmed it in time; there may be a newer one.';
    case 'S10':
      return 'S10: it is from the future; the clock of this computer may be wrong.';
  }
}

const unsafeReasons = {
  expands: 'does not inflate to the size it states',
  'too-deep': 'is nested too deeply',
  'too-many': 'holds more entries than it may',
} as const;

const sourceTroubles: Readonly<Record<SourceTrouble, string>> = {
  'not-published': 'Nothing is published there for this conference.',
  offline: 'The server cannot be reached.',
  'address-refused': 'The address has to begin with https:// (or be on this computer), without a password or a query.',
  'not-allowed': 'The server does not let us in.',
  'server-trouble': 'The server has trouble of its own; try again in a while.',
  'timed-out': 'The server took too long to answer.',
  'disk-full': 'The disk is full.',
  'not-writable': 'What was fetched cannot be written.',
  refused: 'The request was refused.',
};

function partName(part: BundlePart): string {
  switch (part.kind) {
    case 'file':
      return 'the file';
    case 'root':
      return `root ${part.version}`;
    case 'head':
      return 'the head';
    case 'index':
      return 'the index';
    case 'chunk':
      return `the chunk ${part.key}`;
  }
}
