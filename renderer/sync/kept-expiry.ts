// Until when the office vouches for the papers that are held, told by the head that is kept: so that stale papers are
// called stale without a network too.

import { payloadTypes, readEnvelope } from '../../shared/bundle/envelope';
import { readHead } from '../../shared/bundle/head';
import { headLimit } from '../../shared/bundle/limits';
import { textCodec } from '../app/text-codec';
import type { Store } from '../storage/store';

/** RFC 3339; undefined where no head is kept. The head was verified when it was kept, and is only read here. */
export async function keptExpiry(
  { desktop, name }: Pick<Store, 'desktop' | 'name'>,
  conference: string,
): Promise<string | undefined> {
  const kept = await desktop.readOfficial({ store: name, conference, what: { kind: 'head' } });
  if (!kept.ok) return undefined;
  const wanted = { part: { kind: 'head' }, payloadType: payloadTypes.head, limit: headLimit } as const;
  const envelope = readEnvelope({ ...wanted, bytes: kept.value }, textCodec);
  const head = envelope.ok ? readHead(envelope.value.payload, textCodec) : envelope;
  return head.ok ? head.value.expires : undefined;
}
