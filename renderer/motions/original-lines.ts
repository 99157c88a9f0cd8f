// The lines of a kept file that can be read as text; a web page's are those one reads in it.

import { decodeText } from '../../shared/import/decode-text';
import { htmlLines } from '../../shared/import/html-lines';
import { htmlParser } from '../app/html-parser';
import { textCodec } from '../app/text-codec';

/** Undefined for a file that is no text: a PDF, a Word document. */
export function linesOfOriginal({
  name,
  bytes,
}: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): readonly string[] | undefined {
  if (/\.(?:pdf|docx?|rtf|odt|zip)$/i.test(name) || isPdfOrZip(bytes)) return undefined;
  const text = decodeText(bytes, textCodec);
  if (!text.ok) return undefined;
  const isPage = /\.x?html?$/i.test(name) || /^\s{0,64}<(?:!doctype html|html)\b/i.test(text.value.slice(0, 512));
  return isPage
    ? htmlLines(htmlParser.parse(text.value)).printed.map((line) => line.text)
    : text.value.split(/\r\n?|\n/);
}

function isPdfOrZip(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.slice(0, 4));
  return start === '%PDF' || start === 'PK\u0003\u0004';
}
