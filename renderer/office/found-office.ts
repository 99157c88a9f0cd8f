// Making the conference of a new office: keys by the doorkeeper, root 1 signed by the officers' keys, and kept.

import { payloadTypes, writeEnvelope } from '../../shared/bundle/envelope';
import { foundingPayload } from '../../shared/bundle/seal-root';
import type { DescribedOffice, OfficeFailure } from '../../shared/office-contract';
import type { Result } from '../../shared/result';
import { textCodec } from '../app/text-codec';
import type { Store } from '../storage/store';

const fiveYears = 5 * 365 * 24 * 60 * 60 * 1000;

export type NewConference = {
  readonly title: string;
  readonly organisation: string;
  /** Who holds the keys that can change the keys. */
  readonly officers: readonly string[];
  /** How many of them together. */
  readonly threshold: number;
  readonly passphrase: string;
};

/** Makes the office; the conference it answers for has its id from then on. */
export async function foundOffice(
  { desktop, now }: Pick<Store, 'desktop' | 'now'>,
  { title, organisation, officers, threshold, passphrase }: NewConference,
): Promise<Result<DescribedOffice, OfficeFailure>> {
  const made = await desktop.makeOffice({ officers: [...officers], publisher: 'Conference office', passphrase });
  if (!made.ok) return made;
  const { office, keys } = made.value;
  const issuedAt = now();
  const payload = foundingPayload(
    {
      title,
      organisation,
      rootKeys: keys.filter((key) => key.officer !== undefined),
      threshold,
      publisherKeys: keys.filter((key) => key.officer === undefined),
      issuedAt,
      expires: issuedAt + fiveYears,
    },
    textCodec,
  );
  const signed = await desktop.signForOffice({ office, what: 'root', payload });
  if (!signed.ok) return signed;
  const signatures = signed.value.map(({ keyid, signature }) => ({ keyid, sig: signature }));
  const bytes = writeEnvelope({ payloadType: payloadTypes.root, payload, signatures }, textCodec);
  const kept = await desktop.keepOfficeFile({ office, file: 'root/1.json', bytes });
  return kept.ok ? made : kept;
}
