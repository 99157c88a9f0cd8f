// What a Word document's styles say of a paragraph: a heading, a quotation, an item of a list.

import type { LineRole } from './text-line';
import { attributeOf } from './xml-events';
import type { XmlEvent } from './xml-events';

export type DocxStyle = {
  readonly role?: LineRole;
  readonly numId?: string;
  readonly level?: number;
  /** Indent from the left margin, in twips. */
  readonly indent?: number;
};

type OpenStyle = { name: string; basedOn?: string; numId?: string; level?: number; indent?: number; outline?: number };

/** Reads `word/styles.xml`: paragraph styles by id, each with what it has from those it is based on. */
export function readStyles(events: Iterable<XmlEvent>): ReadonlyMap<string, DocxStyle> {
  const open = new Map<string, OpenStyle>();
  let style: OpenStyle | undefined;
  for (const event of events) {
    if (event.kind !== 'open') continue;
    const value = (name = 'val'): string => attributeOf(event.attributes, name) ?? '';
    if (event.name === 'style') {
      style = { name: '' };
      open.set(value('styleId'), style);
    } else if (style === undefined) continue;
    else if (event.name === 'name') style.name = value().toLowerCase();
    else if (event.name === 'basedOn') style.basedOn = value();
    else if (event.name === 'numId') style.numId = value();
    else if (event.name === 'ilvl') style.level = Number(value());
    else if (event.name === 'outlineLvl') style.outline = Number(value());
    else if (event.name === 'ind') style.indent = Number(value('left') || value('start'));
  }
  return new Map([...open.keys()].map((id) => [id, inherited(id, open)]));
}

/** The style with its ancestors' properties; at most ten, so that a circle of styles ends. */
function inherited(id: string, open: ReadonlyMap<string, OpenStyle>): DocxStyle {
  const line: OpenStyle[] = [];
  for (let at: string | undefined = id; at !== undefined && line.length < 10; at = open.get(at)?.basedOn) {
    const style = open.get(at);
    if (style !== undefined) line.push(style);
  }
  const role = line.map(roleOf).find((one) => one !== undefined);
  const numId = line.find((style) => style.numId !== undefined)?.numId;
  const level = line.find((style) => style.level !== undefined)?.level;
  const indent = line.find((style) => style.indent !== undefined)?.indent;
  return {
    ...(role === undefined ? {} : { role }),
    ...(numId === undefined ? {} : { numId }),
    ...(level === undefined ? {} : { level }),
    ...(indent === undefined ? {} : { indent }),
  };
}

function roleOf({ name, outline }: OpenStyle): LineRole | undefined {
  if (name === 'title') return 'title';
  if (name === 'quote' || name === 'intense quote' || name === 'block text') return 'quotation';
  return /^heading \d$/.test(name) || (outline !== undefined && outline < 9) ? 'heading' : undefined;
}
