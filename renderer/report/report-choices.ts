// What the delegate last chose to put into a report. Whether notes go out is asked anew each time: they are private.

import type { ReportChoices } from '../../shared/report/branch-report';

const usualChoices: ReportChoices = {
  motions: 'all',
  amendments: true,
  markedText: true,
  notes: false,
  briefings: true,
};

/** The choices that `text` remembers, the usual ones where it remembers none; notes are left out. */
export function readChoices(text: string): ReportChoices {
  const words = new Set(text.split(' '));
  if (!words.has('all') && !words.has('ours')) return usualChoices;
  return {
    motions: words.has('ours') ? 'ours' : 'all',
    amendments: words.has('amendments'),
    markedText: words.has('marked-text'),
    notes: false,
    briefings: words.has('briefings'),
  };
}

/** The choices as they are remembered: `all amendments briefings`. */
export function writeChoices({ motions, amendments, markedText, briefings }: ReportChoices): string {
  const words = [amendments && 'amendments', markedText && 'marked-text', briefings && 'briefings'];
  return [motions, ...words.filter((word) => word !== false)].join(' ');
}
