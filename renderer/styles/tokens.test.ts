// Computes WCAG 2.2 contrast of every text and line token on every ground it stands on, in every theme.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { present } from '../../shared/assert';

const source = readFileSync(resolve(import.meta.dirname, 'tokens.css'), 'utf8');

/** The declarations of the first block that opens with `selector {`, comments removed. */
function declarationsOf(selector: string): ReadonlyMap<string, string> {
  const start = source.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`tokens.css has no block ${selector}`);
  const body = source.slice(start, source.indexOf('\n  }', start)).replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return new Map(
    [...body.matchAll(/--([a-z-]+):\s*([^;]+);/g)].map((match) => [
      present(match[1], 'name'),
      present(match[2], 'value'),
    ]),
  );
}

type Scheme = 'light' | 'dark';

function colourOf(tokens: ReadonlyMap<string, string>, name: string, scheme: Scheme): string {
  const value = present(tokens.get(name), `token --${name}`);
  const pair = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/.exec(value);
  const colour = pair === null ? value : present(scheme === 'light' ? pair[1] : pair[2], 'colour');
  if (!/^#[0-9a-f]{6}$/.test(colour)) throw new Error(`--${name} is not a plain colour: ${value}`);
  return colour;
}

/** Relative luminance (WCAG 2.2, after IEC 61966-2-1). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(before: string, after: string): number {
  const [darker = 0, lighter = 0] = [luminance(before), luminance(after)].sort((left, right) => left - right);
  return (lighter + 0.05) / (darker + 0.05);
}

const grounds = ['paper', 'desk', 'field', 'hover'];
const washes = ['accent-wash', 'inserted-wash', 'deleted-wash', 'highlight', 'warning-wash'];

/** Text → the grounds it is set on. */
const texts: Readonly<Record<string, readonly string[]>> = {
  ink: [...grounds, ...washes],
  soft: [...grounds, 'accent-wash', 'warning-wash'],
  accent: [...grounds, 'accent-wash'],
  'on-accent': ['accent'],
  inserted: ['paper', 'desk', 'field', 'inserted-wash'],
  deleted: ['paper', 'desk', 'field', 'deleted-wash'],
  carried: grounds,
  lost: grounds,
  warning: [...grounds, 'warning-wash'],
};

/** Lines that carry meaning → the grounds they are drawn on. */
const lines: Readonly<Record<string, readonly string[]>> = {
  edge: ['paper', 'desk', 'field'],
  ring: [...grounds, 'accent-wash'],
  'highlight-edge': ['paper'],
};

const root = declarationsOf(':root');
const themes: readonly {
  name: string;
  tokens: ReadonlyMap<string, string>;
  schemes: readonly Scheme[];
  text: number;
}[] = [
  { name: 'light and dark', tokens: root, schemes: ['light', 'dark'], text: 4.5 },
  {
    name: 'sepia',
    tokens: new Map([...root, ...declarationsOf(":root[data-theme='sepia']")]),
    schemes: ['light'],
    text: 4.5,
  },
  {
    name: 'high contrast',
    tokens: new Map([...root, ...declarationsOf(":root[data-theme='contrast']")]),
    schemes: ['light', 'dark'],
    text: 7,
  },
];

/** `token on ground: ratio` for each pair under `least`. */
function tooFaint(
  theme: (typeof themes)[number],
  pairs: Readonly<Record<string, readonly string[]>>,
  least: number,
): readonly string[] {
  return theme.schemes.flatMap((scheme) =>
    Object.entries(pairs).flatMap(([token, on]) =>
      on.flatMap((ground) => {
        const ratio = contrast(colourOf(theme.tokens, token, scheme), colourOf(theme.tokens, ground, scheme));
        return ratio < least ? [`${scheme} ${token} on ${ground}: ${ratio.toFixed(2)}`] : [];
      }),
    ),
  );
}

describe.each(themes)('in $name', (theme) => {
  it(`every text stands at ${theme.text}:1 or more on each of its grounds`, () => {
    expect(tooFaint(theme, texts, theme.text)).toEqual([]);
  });

  it('every line that carries meaning stands at 3:1 or more', () => {
    expect(tooFaint(theme, lines, 3)).toEqual([]);
  });
});

it('inserted and deleted differ by shape, since their luminance is nearly equal', () => {
  const ratio = contrast(colourOf(root, 'inserted', 'light'), colourOf(root, 'deleted', 'light'));
  expect(ratio).toBeLessThan(1.2);
});
