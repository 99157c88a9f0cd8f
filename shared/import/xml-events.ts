// XML as a run of events, without a tree: no depth can exhaust the stack. Only the five entities of XML itself and
// character numbers are known; a document that declares more (and bombs do) is no Office document (ISO 29500-2) and is refused.

/** Names are without their prefix. `attributes` is read with `attributeOf`. An empty element opens and closes. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'malformed' };

/** The events of `xml` in order; the last is `malformed` when it is that, or declares a document type. Time is linear. */
export function* xmlEvents(xml: string): Generator<XmlEvent, undefined> {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    const textEnd = open === -1 ? xml.length : open;
    if (textEnd > at) yield { kind: 'text', text: decoded(xml.slice(at, textEnd)) };
    if (open === -1) break;
    const end = markupEnd(xml, open);
    if (end === undefined) {
      yield { kind: 'malformed' };
      return;
    }
    if (xml.startsWith('<![CDATA[', open)) yield { kind: 'text', text: xml.slice(open + 9, end - 3) };
    else if (!xml.startsWith('<?', open) && !xml.startsWith('<!--', open)) {
      yield* tagEvents(xml.slice(open + 1, end - 1));
    }
    at = end;
  }
}

/** Where the markup that opens at `open` ends; undefined when it does not, or is a declaration. */
function markupEnd(xml: string, open: number): number | undefined {
  const closing = [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ].find(([start = '']) => xml.startsWith(start, open))?.[1];
  if (closing !== undefined) {
    const end = xml.indexOf(closing, open);
    return end === -1 ? undefined : end + closing.length;
  }
  if (xml.startsWith('<!', open)) return undefined;
  let quote = '';
  for (let at = open + 1; at < xml.length; at += 1) {
    const character = xml.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return undefined;
}

function tagEvents(tag: string): readonly XmlEvent[] {
  if (tag.startsWith('/')) return [{ kind: 'close', name: localName(tag.slice(1).trim()) }];
  const isEmpty = tag.endsWith('/');
  const inside = isEmpty ? tag.slice(0, -1) : tag;
  const nameEnd = inside.search(/\s|$/);
  const name = localName(inside.slice(0, nameEnd));
  const open: XmlEvent = { kind: 'open', name, attributes: inside.slice(nameEnd) };
  return isEmpty ? [open, { kind: 'close', name }] : [open];
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The value of an attribute, whatever its prefix. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (const [, found = '', double, single] of attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (localName(found) === name) return decoded(double ?? single ?? '');
  }
  return undefined;
}

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi,
    (whole, decimal, hexadecimal, name: string) => {
      if (name !== undefined) return entities.get(name) ?? whole;
      const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
    },
  );
}
