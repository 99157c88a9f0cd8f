// A Word document to lines: the text as it was before tracked changes, the text with them, and what stands outside it.

import type { Compression, TextCodec } from '../ports';
import type { Result } from '../result';
import { fail, succeed } from '../result';
import { decodeText } from './decode-text';
import { docxLines } from './docx-lines';
import type { DocxBody, DocxVersion } from './docx-lines';
import { noNumbering, readNumbering } from './docx-numbering';
import { paragraphLimit, readParagraphs } from './docx-paragraphs';
import { readStyles } from './docx-styles';
import type { PaperFailure } from './paper';
import type { SourceReading } from './source-reading';
import type { SourceLine } from './text-line';
import { attributeOf, xmlEvents } from './xml-events';
import type { XmlEvent } from './xml-events';
import { openZip } from './zip-entries';
import type { ZipArchive } from './zip-entries';

/** `amended` is there when the document has changes that are tracked and not accepted. */
export type DocxReading = { readonly printed: SourceReading; readonly amended?: SourceReading };

type DocxPorts = { readonly text: TextCodec; readonly compression: Compression };

/** The largest part that is inflated, in bytes: a thousand pages of text are a tenth of this. */
const partLimit = 32 * 1024 * 1024;

/** Heads, feet, notes and comments: printed around the text, and shown as dropped. */
const outside = /^word\/(?:header|footer|footnotes|endnotes|comments)\d*\.xml$/;

/** Errors: `encrypted`, `damaged`, and `unsupported` for an archive that holds no Word document. */
export async function readDocx(bytes: Uint8Array, ports: DocxPorts): Promise<Result<DocxReading, PaperFailure>> {
  const archive = openZip(bytes, ports.compression);
  if (!archive.ok) return archive;
  const { names } = archive.value;
  const main = await mainPart(archive.value, ports);
  if (!names.includes(main)) return fail({ kind: 'unsupported', format: formatOf(names) });
  const xml = await textOfPart(archive.value, main, ports);
  if (!xml.ok) return xml;
  const paragraphs = readParagraphs(xmlEvents(xml.value));
  if (paragraphs === undefined) return fail({ kind: 'damaged' });
  if (paragraphs.length > paragraphLimit) return fail({ kind: 'unsupported', format: 'very long Word' });
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const styles = await optionalEvents(archive.value, `${folder}styles.xml`, ports);
  const numbering = await optionalEvents(archive.value, `${folder}numbering.xml`, ports);
  const body: DocxBody = { paragraphs, styles: readStyles(styles), numbering: readNumbering(numbering) };
  const surroundings: SourceLine[] = [];
  for (const name of names.filter((one) => outside.test(one))) {
    surroundings.push(...surroundingLines(await optionalEvents(archive.value, name, ports)));
  }
  const versionOf = (version: DocxVersion): SourceReading => ({
    source: [...docxLines(body, version), ...(version === 'printed' ? surroundings : [])],
    printedLines: [],
  });
  const isTracked = body.paragraphs.some(({ runs, end }) =>
    [...runs, end].some(({ isInserted, isDeleted }) => isInserted || isDeleted),
  );
  const printed = versionOf('printed');
  return succeed(isTracked ? { printed, amended: versionOf('amended') } : { printed });
}

/** The part that the package names as its document; Word calls it `word/document.xml`. */
async function mainPart(archive: ZipArchive, ports: DocxPorts): Promise<string> {
  for (const event of await optionalEvents(archive, '_rels/.rels', ports)) {
    if (event.kind !== 'open' || event.name !== 'Relationship') continue;
    const target = attributeOf(event.attributes, 'Target')?.replace(/^\//, '');
    const type = attributeOf(event.attributes, 'Type') ?? '';
    if (target?.startsWith('word/') === true && type.endsWith('/officeDocument')) return target;
  }
  return 'word/document.xml';
}

async function textOfPart(
  archive: ZipArchive,
  name: string,
  { text }: DocxPorts,
): Promise<Result<string, PaperFailure>> {
  const bytes = await archive.read(name, partLimit);
  return bytes.ok ? decodeText(bytes.value, text) : bytes;
}

/** The events of a part that a document can do without: none when it is not there, or cannot be read. */
async function optionalEvents(archive: ZipArchive, name: string, ports: DocxPorts): Promise<Iterable<XmlEvent>> {
  if (!archive.names.includes(name)) return [];
  const xml = await textOfPart(archive, name, ports);
  return xml.ok ? xmlEvents(xml.value) : [];
}

function surroundingLines(events: Iterable<XmlEvent>): readonly SourceLine[] {
  const body = { paragraphs: readParagraphs(events) ?? [], styles: new Map(), numbering: noNumbering };
  return docxLines(body, 'amended')
    .filter(({ text }) => text.trim() !== '')
    .map(({ text }) => ({ text, role: 'furniture' }));
}

function formatOf(names: readonly string[]): string {
  if (names.includes('content.xml')) return 'OpenDocument';
  if (names.some((name) => name.startsWith('xl/'))) return 'Excel';
  return names.some((name) => name.startsWith('ppt/')) ? 'PowerPoint' : 'ZIP';
}
