// What a refusal says to the delegate, and the report of it that can be saved for the conference office.

import type { BundleFailure } from '../../shared/bundle/bundle-failure';
import { writeRefusalReport } from '../../shared/bundle/refusal-report';
import type { RefusalReport } from '../../shared/bundle/refusal-report';
import type { ConferenceId } from '../../shared/ids';
import { bundleMessage } from '../app/failure-message';
import { textCodec } from '../app/text-codec';
import { findTrusted } from '../storage/official-questions';
import type { Store } from '../storage/store';

export type OpenConference = { readonly id: ConferenceId; readonly title: string };

/** A sentence, and for what was read and refused a report: a server that is not reached has sent nothing to report. */
export type Refusal = { readonly words: string; readonly report?: RefusalReport };

type Source = { readonly from: 'file' | 'address'; readonly name: string; readonly bytes?: Uint8Array };

type Around = { readonly store: Store; readonly open: OpenConference | undefined };

/** The refusal of `failure`. What was refused is kept, apart from everything that is used. */
export async function refusalOf(failure: BundleFailure, source: Source, { store, open }: Around): Promise<Refusal> {
  const held = open === undefined ? undefined : (await findTrusted(store, open.id))?.head?.version;
  const words = bundleMessage(failure, {
    from: source.from,
    ...(held === undefined ? {} : { held }),
    ...(open === undefined ? {} : { conferenceTitle: open.title }),
  });
  if (failure.code === 'S24') return { words };
  const report = writeRefusalReport(
    { failure, words, source: source.name, bytes: source.bytes, at: store.now() },
    textCodec,
  );
  // Whether it could be kept changes nothing for the delegate: the report is at hand either way.
  await store.desktop.keepRefused({ store: store.name, code: failure.code, report: report.bytes });
  return { words, report };
}
