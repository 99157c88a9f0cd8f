// A report of something that was refused, to be saved and sent to the conference office: a text of JSON that says when
// it came, from where, why it was not used, and holds the bytes it was about.

import { toBase64 } from '../base64';
import type { TextCodec } from '../ports';
import type { BundleFailure } from './bundle-failure';

export type Refused = {
  readonly failure: BundleFailure;
  /** What the delegate was told. */
  readonly words: string;
  /** The name of a file, or an address. */
  readonly source: string;
  /** What was read; undefined where a server's answer was not handed on. */
  readonly bytes: Uint8Array | undefined;
  /** Epoch milliseconds. */
  readonly at: number;
};

export type RefusalReport = { readonly name: string; readonly bytes: Uint8Array };

/** Of more than this only the beginning is in the report, in bytes. */
const mostBytes = 1024 * 1024;

/** The report as a file. */
export function writeRefusalReport(refused: Refused, text: Pick<TextCodec, 'encode'>): RefusalReport {
  const { failure, words, source, bytes, at } = refused;
  const moment = new Date(at).toISOString();
  const report = {
    format: 'rostrum-refusal',
    v: 1,
    code: failure.code,
    at: moment,
    source,
    words,
    failure,
    ...(bytes === undefined ? {} : { size: bytes.length, bytes: toBase64(bytes.subarray(0, mostBytes)) }),
  };
  return {
    name: `Refused ${failure.code} ${moment.slice(0, 10)}.json`,
    bytes: text.encode(`${JSON.stringify(report, undefined, 2)}\n`),
  };
}
