// Why a bundle is refused. The codes S01 to S19 and S24 are stable, for support and tests; each carries the facts that
// its sentence needs. Whatever the failure, nothing that was held before has changed.

/** Which part of a bundle a failure is about. */
export type BundlePart =
  | { readonly kind: 'file' }
  | { readonly kind: 'root'; readonly version: number }
  | { readonly kind: 'head' }
  | { readonly kind: 'index' }
  | { readonly kind: 'chunk'; readonly key: string };

export type BundleFailure =
  /** Not a bundle at all: no JSON, or not in the shape of an envelope. */
  | { readonly kind: 'not-a-bundle'; readonly code: 'S01'; readonly part: BundlePart }
  | { readonly kind: 'wrong-signature'; readonly code: 'S02'; readonly part: BundlePart; readonly held?: number }
  | { readonly kind: 'unknown-signer'; readonly code: 'S03'; readonly part: BundlePart }
  /** `at`: when the key was withdrawn (RFC 3339), as the root says. */
  | { readonly kind: 'withdrawn-key'; readonly code: 'S04'; readonly part: BundlePart; readonly at: string }
  | {
      readonly kind: 'too-few-signatures';
      readonly code: 'S05';
      readonly part: BundlePart;
      readonly found: number;
      readonly needed: number;
    }
  | { readonly kind: 'older-version'; readonly code: 'S06'; readonly offered: number; readonly held: number }
  /** Two heads for one place in the chain. The words are the check words of each. */
  | {
      readonly kind: 'two-heads';
      readonly code: 'S08';
      readonly version: number;
      readonly offeredWords: string;
      readonly heldWords: string;
    }
  | { readonly kind: 'cut-short'; readonly code: 'S11'; readonly part: BundlePart; readonly of: number }
  | { readonly kind: 'wrong-hash'; readonly code: 'S12'; readonly part: BundlePart }
  | { readonly kind: 'unsafe'; readonly code: 'S13'; readonly part: BundlePart; readonly why: UnsafeReason }
  | { readonly kind: 'too-large'; readonly code: 'S14'; readonly part: BundlePart; readonly limit: number }
  /** `where`: the record's id, or the field, that cannot be read. */
  | { readonly kind: 'unreadable'; readonly code: 'S15'; readonly part: BundlePart; readonly where: string }
  | {
      readonly kind: 'wrong-conference';
      readonly code: 'S16';
      readonly expected: string;
      readonly offered: string;
      /** Absent when the offered bundle's first root is not properly signed either. */
      readonly offeredTitle?: string;
    }
  | { readonly kind: 'newer-format'; readonly code: 'S17'; readonly major: number; readonly minApp?: string }
  | { readonly kind: 'keys-need-renewal'; readonly code: 'S18'; readonly why: 'missing-root' | 'expired' }
  /** A file with the changes only, and not everything else is held. */
  | { readonly kind: 'partial'; readonly code: 'S19'; readonly missing: number; readonly held?: number }
  | { readonly kind: 'not-reached'; readonly code: 'S24'; readonly why: SourceTrouble };

export type UnsafeReason = 'expands' | 'too-deep' | 'too-many';

/** Why a source has no answer: `not-published` when it answers but has nothing; the others as the doorkeeper names them. */
export type SourceTrouble =
  | 'not-published'
  | 'offline'
  | 'address-refused'
  | 'not-allowed'
  | 'server-trouble'
  | 'timed-out'
  | 'disk-full'
  | 'not-writable'
  | 'refused';

/** What was used although it is not perfect: the same head again, an expired one, one from the future. */
export type BundleNote = 'S07' | 'S09' | 'S10';
