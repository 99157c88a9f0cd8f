// A text as a QR symbol to draw: the outline of its dark modules as one SVG path.

import { encodeQR } from 'qr';

export type QrOutline = {
  /** Modules on each side, the quiet edge of four included. */
  readonly size: number;
  /** For the `d` of a path in a view box of `size` by `size`: one rectangle a run of dark modules. */
  readonly path: string;
};

/** The symbol of `text`. `damage` says how much of it may be lost: `medium` about 15 %, `low` about 7 %. */
export function qrOutline(text: string, damage: 'low' | 'medium'): QrOutline {
  const rows = encodeQR(text, 'raw', { ecc: damage, border: 4 });
  const runs = rows.flatMap((row, y) => {
    const line = row.map((isDark) => (isDark ? '1' : '0')).join('');
    return [...line.matchAll(/1+/g)].map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`);
  });
  return { size: rows.length, path: runs.join('') };
}
