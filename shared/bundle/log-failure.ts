// Why a device's log is refused, in whole or from some operation on. The codes are those of bundles (FORMAT.md), so that
// support and tests have one list. Whatever the failure, what was read of that log before stays.

export type LogFailure<SourceFailure extends { readonly kind: string } = never> =
  | { readonly kind: 'not-a-log'; readonly code: 'S01' }
  | { readonly kind: 'wrong-signature'; readonly code: 'S02' }
  /** A segment has fewer bytes than the head promises, or is not there. */
  | { readonly kind: 'cut-short'; readonly code: 'S11'; readonly from: number }
  | { readonly kind: 'wrong-hash'; readonly code: 'S12'; readonly from: number }
  | { readonly kind: 'unsafe'; readonly code: 'S13'; readonly from: number }
  | { readonly kind: 'too-large'; readonly code: 'S14'; readonly limit: number }
  /** `where`: the field, or the number of the operation, that cannot be read. */
  | { readonly kind: 'unreadable'; readonly code: 'S15'; readonly where: string }
  /** The log of another conference, stream or device than the folder it stands in. */
  | { readonly kind: 'misplaced'; readonly code: 'S16'; readonly where: string }
  | { readonly kind: 'newer-format'; readonly code: 'S17'; readonly major: number }
  /** Another operation stands where one was read before: two computers sign with one key. */
  | { readonly kind: 'forked'; readonly code: 'S21'; readonly seq: number }
  | { readonly kind: 'shorter'; readonly code: 'S22'; readonly offered: number; readonly held: number }
  | { readonly kind: 'not-reached'; readonly code: 'S24'; readonly why: SourceFailure };
