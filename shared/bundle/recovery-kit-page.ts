// The recovery kit on paper: two sheets, to be kept in two places. The first has the kit itself, as a picture to scan
// and as text to type; the second has the six words that open it. Neither is of use without the other.

import { qrOutline } from './qr-outline';

export type RecoveryPage = {
  /** What the delegate calls themselves, or their devices. */
  readonly owner: string;
  /** When the kit was made, as people write dates. */
  readonly madeOn: string;
  readonly words: string;
  /** The kit's file as text. */
  readonly kit: string;
};

/** A4, black on white. Its hash stands in the policy. */
export const recoveryPageStyle = `
@page { size: A4; margin: 20mm; }
body { margin: 0 auto; max-width: 42rem; color: #000; background: #fff; font: 12pt/1.5 Georgia, "Times New Roman", serif; overflow-wrap: anywhere; }
section { break-after: page; }
section:last-child { break-after: auto; }
h1 { font-size: 20pt; line-height: 1.2; }
svg { display: block; width: 90mm; height: 90mm; margin: 6mm 0; }
pre { font: 9pt/1.4 "Courier New", monospace; white-space: pre-wrap; border: 1px solid #000; padding: 4mm; }
ol { font: bold 18pt/1.8 "Courier New", monospace; }
`;
export const recoveryPageStyleHash = 'sha256-WYAsM3ZWdt77CbSb1rKFc5LeDwdsGBIihERwfvSVkXc=';

/** A complete document that needs nothing else, runs nothing and can be printed as it is. */
export function writeRecoveryPage({ owner, madeOn, words, kit }: RecoveryPage): string {
  const policy = `default-src 'none'; script-src 'none'; style-src '${recoveryPageStyleHash}'; base-uri 'none'; form-action 'none'`;
  const of = `${escapeHtml(owner)}, made on ${escapeHtml(madeOn)}`;
  return [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
    '<title>Recovery kit for private notes</title>',
    `<style>${recoveryPageStyle}</style>`,
    '</head>',
    '<body>',
    '<section>',
    '<h1>Recovery kit, sheet 1 of 2: the kit</h1>',
    `<p>For the private notes of ${of}.</p>`,
    '<p>If every computer with these notes is lost, this sheet and the six words on sheet 2 read them again. Keep the',
    'two sheets in different places: whoever has both can read the notes.</p>',
    picture(kit),
    `<pre>${escapeHtml(kit)}</pre>`,
    '</section>',
    '<section>',
    '<h1>Recovery kit, sheet 2 of 2: the words</h1>',
    `<p>For the private notes of ${of}.</p>`,
    `<ol>${words
      .split(' ')
      .map((word) => `<li>${escapeHtml(word)}</li>`)
      .join('')}</ol>`,
    '<p>Nobody else has these words, and nobody can make them again. They open the kit on sheet 1.</p>',
    '</section>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** The text as a QR symbol. */
function picture(text: string): string {
  const { size, path } = qrOutline(text, 'low');
  return `<svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img" aria-label="The kit as a QR picture"><path d="${path}"/></svg>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
