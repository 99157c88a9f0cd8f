// Larger and smaller text from the keyboard, on every page.

import { useShortcut } from '../ui/shortcuts';
import { readingRanges, useReadingSettings } from './reading-settings';

/** Answers the two keys for the size of papers. */
export function useReadingKeys(): void {
  const [{ size }, change] = useReadingSettings();
  useShortcut('larger', () => change({ size: size + readingRanges.size.step }));
  useShortcut('smaller', () => change({ size: size - readingRanges.size.step }));
}
