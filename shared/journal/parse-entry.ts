// Reads an entry of the journal as a deed of this version. What it cannot read it names; it never throws and never drops.

import * as v from 'valibot';
import type { JournalDeed } from '../desktop-contract';
import { fail, succeed } from '../result';
import type { Result } from '../result';
import { releaseKey } from '../bundle/release-entry';
import { deedSchema } from './deed-schema';
import type { DeedKind, DeedValues } from './entry';
import { deliveryKey, heardLogKey, linkKey } from './row';

/** A deed with its value, one shape a kind. */
export type ParsedDeed = {
  readonly [Kind in DeedKind]: { readonly kind: Kind; readonly id: string; readonly value: DeedValues[Kind] };
}[DeedKind];

/** Both mean "needs a newer version of Rostrum": the entry stays in the journal and is read again by that version. */
export type UnreadEntry = { readonly kind: 'unknown-kind' } | { readonly kind: 'malformed' };

/** The deed that `entry` records. A record that names itself otherwise than its entry does is malformed. */
export function parseEntry(entry: Pick<JournalDeed, 't' | 'id' | 'val'>): Result<ParsedDeed, UnreadEntry> {
  if (!knownKinds.has(entry.t)) return fail({ kind: 'unknown-kind' });
  const parsed = v.safeParse(deedSchema, { kind: entry.t, id: entry.id, value: entry.val ?? null });
  if (!parsed.success) return fail({ kind: 'malformed' });
  const deed: ParsedDeed = parsed.output;
  return ownName(deed) === deed.id ? succeed(deed) : fail({ kind: 'malformed' });
}

const knownKinds: ReadonlySet<string> = new Set(deedSchema.options.map((option) => option.entries.kind.literal));

function ownName(deed: ParsedDeed): string {
  switch (deed.kind) {
    case 'conference.set':
    case 'motion.set':
    case 'amendment.set':
    case 'briefing.set':
    case 'note.set':
    case 'mandate.set':
      return deed.value.id;
    case 'link.set':
      return linkKey(deed.value.motionId, deed.value.briefingId);
    case 'text.set':
      return deed.id.endsWith(`/${deed.value.id}`) ? deed.id : '';
    case 'delivery.set':
      return deliveryKey(deed.value.conferenceId, deed.value.stream);
    case 'team.heard':
      return heardLogKey(deed.value.conferenceId, deed.value.device);
    case 'unsaid.set':
      return deed.id === deed.value.motionId || deed.id.startsWith(`${deed.value.motionId}/`) ? deed.id : '';
    case 'release.set':
      return releaseKey(deed.value);
    case 'decision.set':
    case 'official.applied':
    case 'amendment.submit':
    case 'amendment.withdraw':
    case 'comment.add':
    case 'comment.edit':
    case 'comment.retract':
    case 'position.set':
    case 'position.clear':
    case 'conference.remove':
    case 'motion.remove':
    case 'amendment.remove':
    case 'briefing.remove':
    case 'note.remove':
    case 'mandate.remove':
    case 'decision.remove':
    case 'link.remove':
    case 'unsaid.remove':
    case 'release.remove':
      return deed.id;
  }
}
