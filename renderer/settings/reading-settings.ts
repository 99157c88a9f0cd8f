// How the delegate likes to read: theme, typeface, size, line height and width. Remembered on this computer, applied to
// the root element as the tokens of `styles/tokens.css`.

import { useCallback, useMemo } from 'react';
import { recall, useRemembered } from '../ui/use-remembered';

export const themes = ['system', 'light', 'dark', 'sepia', 'contrast'] as const;
export const faces = ['serif', 'sans', 'hyperlegible', 'lexend', 'dyslexic', 'system-serif', 'system-sans'] as const;

export type ReadingSettings = {
  readonly theme: (typeof themes)[number];
  readonly face: (typeof faces)[number];
  /** CSS pixels, 14 to 32. */
  readonly size: number;
  /** Multiple of the size, 1.3 to 2.2. */
  readonly line: number;
  /** Width of the text as a multiple of the size, 24 to 48; 33 holds 60 to 70 characters. */
  readonly width: number;
};

/** The numbers one can set: ends, step and what they start with. */
export const readingRanges = {
  size: { least: 14, most: 32, step: 1 },
  line: { least: 1.3, most: 2.2, step: 0.1 },
  width: { least: 24, most: 48, step: 3 },
} as const;

export const usualReading: ReadingSettings = { theme: 'system', face: 'serif', size: 18, line: 1.6, width: 33 };

const fontStacks: Readonly<Record<ReadingSettings['face'], string>> = {
  serif: 'var(--serif-face)',
  sans: 'var(--ui-face)',
  hyperlegible: "'Atkinson Hyperlegible', var(--ui-face)",
  lexend: "'Lexend Variable', var(--ui-face)",
  dyslexic: "'OpenDyslexic', var(--ui-face)",
  'system-serif': 'ui-serif, Georgia, Cambria, serif',
  'system-sans': 'system-ui, Verdana, sans-serif',
};

const setting = 'reading';

/** Reads remembered settings; whatever is missing, unknown or out of range is as usual. Never throws. */
export function parseReadingSettings(text: string | undefined): ReadingSettings {
  const given = entriesOf(text);
  return {
    theme: themes.find((theme) => theme === given.get('theme')) ?? usualReading.theme,
    face: faces.find((face) => face === given.get('face')) ?? usualReading.face,
    size: within('size', given.get('size')),
    line: within('line', given.get('line')),
    width: within('width', given.get('width')),
  };
}

/** Puts the settings on the page. */
export function applyReadingSettings(root: HTMLElement, settings: ReadingSettings): void {
  root.dataset['theme'] = settings.theme;
  root.style.setProperty('--reading-face', fontStacks[settings.face]);
  root.style.setProperty('--reading-size', `${settings.size}px`);
  root.style.setProperty('--reading-line', String(settings.line));
  root.style.setProperty('--reading-measure', String(settings.width));
}

/** The settings remembered, for the first paint. */
export function recallReadingSettings(): ReadingSettings {
  return parseReadingSettings(recall(setting));
}

/** The settings, live, and a way to change some of them: applied and remembered at once. */
export function useReadingSettings(): readonly [ReadingSettings, (change: Partial<ReadingSettings>) => void] {
  const [text, remember] = useRemembered(setting, '');
  const settings = useMemo(() => parseReadingSettings(text), [text]);
  const change = useCallback(
    (part: Partial<ReadingSettings>) => {
      const next = parseReadingSettings(JSON.stringify({ ...settings, ...part }));
      applyReadingSettings(document.documentElement, next);
      remember(JSON.stringify(next));
    },
    [settings, remember],
  );
  return [settings, change];
}

function entriesOf(text: string | undefined): ReadonlyMap<string, unknown> {
  if (text === undefined || text === '') return new Map();
  try {
    const value: unknown = JSON.parse(text);
    return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
}

function within(name: keyof typeof readingRanges, value: unknown): number {
  const { least, most } = readingRanges[name];
  if (typeof value !== 'number' || !Number.isFinite(value)) return usualReading[name];
  return Math.round(Math.min(most, Math.max(least, value)) * 10) / 10;
}
