// The style of the exported HTML: on screen a page to read at any size, on paper A4 in black and white.

/** Sizes are in rem and nothing has a fixed width, so that the reader's own text size and zoom rule. */
export const reportStyle = `
:root { color-scheme: light dark; }
html { font-size: 112.5%; }
body { margin: 0; background: #fdfcf9; color: #1c1b19; font-family: "Source Serif 4", Georgia, "Times New Roman", serif; line-height: 1.55; }
main { max-width: 44rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5 { line-height: 1.25; margin: 2rem 0 0.5rem; break-after: avoid; text-wrap: balance; }
h1 { font-size: 1.9rem; margin-top: 0; }
h2 { font-size: 1.35rem; border-bottom: 1px solid #8a857a; padding-bottom: 0.25rem; margin-top: 2.75rem; }
h3 { font-size: 1.15rem; }
h4, h5 { font-size: 1rem; margin-top: 1.25rem; }
p { margin: 0.5rem 0; }
.marks { font-style: italic; color: #5d5a53; }
table { width: 100%; border-collapse: collapse; margin: 1rem 0; font-size: 0.92rem; overflow-wrap: normal; }
caption { text-align: left; color: #5d5a53; padding-bottom: 0.4rem; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.75rem 0.4rem 0; border-bottom: 1px solid #cfcabe; unicode-bidi: isolate; }
td:empty::before { content: "–"; color: #5d5a53; }
thead th { border-bottom: 2px solid #1c1b19; }
tbody th { font-variant-numeric: tabular-nums; white-space: nowrap; }
dl { margin: 0.5rem 0; }
dl div { display: flex; flex-wrap: wrap; gap: 0 0.75rem; }
dt { flex: 0 0 9rem; color: #5d5a53; }
dd { flex: 1 1 20rem; margin: 0; unicode-bidi: isolate; }
blockquote { margin: 0.6rem 0; padding: 0.1rem 0 0.1rem 1rem; border-left: 3px solid #1f4e79; break-inside: avoid; }
blockquote.note { border-left: 3px double #5d5a53; }
.tracked { margin: 0.6rem 0; padding: 0.4rem 1rem; border: 1px solid #cfcabe; border-radius: 8px; }
.depth-1 { padding-left: 1.75rem; }
.depth-2 { padding-left: 3.5rem; }
.depth-3 { padding-left: 5.25rem; }
.depth-4 { padding-left: 7rem; }
.number { font-weight: 600; }
ins { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 2px; font-weight: 700; color: #004b87; }
del { text-decoration: line-through; text-decoration-thickness: 2px; color: #8a2a00; }
@media (prefers-color-scheme: dark) {
  body { background: #1b1a18; color: #ece8e0; }
  .marks, caption, dt, td:empty::before { color: #b5afa3; }
  h2, th, td, .tracked { border-color: #57534b; }
  thead th { border-color: #ece8e0; }
  blockquote { border-color: #8ab8e0; }
  blockquote.note { border-color: #b5afa3; }
  ins { color: #8fc4f2; }
  del { color: #f0a88a; }
}
@media print {
  @page { size: A4; margin: 18mm 18mm 20mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; } }
  html { font-size: 12pt; }
  body { background: none; color: #000; }
  main { max-width: none; padding: 0; }
  section { break-inside: auto; }
  thead { display: table-header-group; }
  tr, dl div, li { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  ins, del, .marks, caption, dt, td:empty::before { color: #000; }
}
`;

/** The hash that the document's own policy allows: SHA-256 of `reportStyle`; the test beside this file computes it. */
export const reportStyleHash = 'sha256-DBHXARgm7Q7N0eO6EvbaSkSrv80U6qW3t2Vw6+tz1qY=';
