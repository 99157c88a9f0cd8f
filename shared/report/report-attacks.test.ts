// Every text a paper or a person can put into a report, attacked: nothing comes out as markup, script or formula.
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Amendment } from '../amendment/amendment';
import { amendmentId, briefingId, clauseId, conferenceId, mandateId, motionId, noteId, textVersionId } from '../ids';
import type { Clause } from '../motion/clause';
import type { Motion } from '../motion/motion';
import { branchReport } from './branch-report';
import { accountOfConference } from './motion-account';
import type { ReportPapers } from './motion-account';
import type { Block, ReportDocument } from './report-document';
import { writeCsv } from './write-csv';
import { writeHtml } from './write-html';
import { writeMarkdown } from './write-markdown';
import { writeText } from './write-text';

const payloads: readonly string[] = [
  '<script>alert(1)</script>',
  '<ScRiPt>alert(1)</sCrIpT>',
  '<script src=//evil.example/x.js></script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<script\n>alert(1)</script\n>',
  '<script/x>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  '</noscript><img src=x onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)">',
  "<img src='x' onerror='alert(1)'>",
  '<img src=`x` onerror=alert(1)>',
  '<img/src=x/onerror=alert(1)>',
  '<img src=x:x onerror=alert`1`>',
  '<image src=x onerror=alert(1)>',
  '"><img src=x onerror=alert(1)>',
  "'><img src=x onerror=alert(1)>",
  '" onmouseover="alert(1)',
  "' onfocus='alert(1)' autofocus='",
  '<svg onload=alert(1)>',
  '<svg/onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><a xlink:href="javascript:alert(1)"><text x=20 y=20>x</text></a></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<math href="javascript:alert(1)">x</math>',
  '<details open ontoggle=alert(1)>',
  '<body onload=alert(1)>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<form action="javascript:alert(1)"><button>x</button></form>',
  '<button formaction="javascript:alert(1)">x</button>',
  '<input autofocus onfocus=alert(1)>',
  '<select autofocus onfocus=alert(1)>',
  '<video><source onerror=alert(1)></video>',
  '<audio src=x onerror=alert(1)>',
  '<marquee onstart=alert(1)>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<meta http-equiv="Content-Security-Policy" content="script-src *">',
  '<base href="//evil.example/">',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<style>@import "//evil.example/x.css";</style>',
  '<div style="background:url(//evil.example/x.png)">x</div>',
  '<template><script>alert(1)</script></template>',
  '<slot onslotchange=alert(1)>',
  '<portal src="//evil.example">',
  '<dialog open onclose=alert(1)>',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml version="1.0"?><script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '&#x3c;img src=x onerror=alert(1)&#x3e;',
  '+ADw-script+AD4-alert(1)+ADw-/script+AD4-',
  '[x](javascript:alert(1))',
  '![x](//evil.example/x.png)',
  '![x](x "onerror=alert(1)")',
  '[x]: javascript:alert(1)\n[x]',
  '<javascript:alert(1)>',
  '<https://evil.example>',
  'https://evil.example/path',
  'see www.evil.example now',
  '`<script>alert(1)</script>`',
  '```html\n<script>alert(1)</script>\n```',
  '    <script>alert(1)</script>',
  '> quoted\n# heading\n- item\n1. one\n---\n***\n===',
  '| a | b |\n| --- | --- |\n| c | d |',
  '**bold** _it_ ~~gone~~ __b__ *i*',
  '\\<script>alert(1)</script>',
  'back\\slash \\',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  "javascript:/*--></title></style></textarea></script><svg/onload='+/\"/+/onmouseover=1/+/[*/[]/+alert(1)//'>",
  '=HYPERLINK("//evil.example","x")',
  '=1+1',
  "=cmd|' /C calc'!A0",
  "+cmd|' /C calc'!A0",
  '-2+3+cmd|x!A0',
  '@SUM(1+1)*cmd|x!A0',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '",=1+1,"',
  '"\r\n=1+1,"',
  '＝1+1',
];

/** The text in every field that a document has. */
function everywhere(text: string): ReportDocument {
  const spans = (['plain', 'strong', 'inserted', 'deleted'] as const).map((kind) => ({ kind, text }));
  const blocks: readonly Block[] = [
    { kind: 'heading', level: 2, text },
    { kind: 'heading', level: 3, text },
    { kind: 'heading', level: 4, text },
    { kind: 'paragraph', spans },
    ...spans.map((span): Block => ({ kind: 'paragraph', spans: [span] })),
    { kind: 'list', items: [spans, [{ kind: 'plain', text }]] },
    { kind: 'facts', facts: [{ term: text, spans }] },
    { kind: 'table', caption: text, columns: [text, text], rows: [[text, text]] },
    { kind: 'quotation', of: 'wording', lines: [text, text] },
    { kind: 'quotation', of: 'note', lines: [text] },
    { kind: 'tracked', lines: [{ number: text, depth: 1, spans }] },
  ];
  return {
    title: text,
    language: 'en-GB',
    blocks,
    sheet: {
      columns: [text, 'two'],
      rows: [
        [text, text],
        ['', text],
      ],
    },
  };
}

/** The text in every field of papers that a paper, an office or the delegate can fill. */
function papersSaying(text: string): ReportPapers {
  const conference = conferenceId('c');
  const clause: Clause = { id: clauseId('k1'), kind: 'item', number: text, depth: 1, text: `${text} before` };
  const version = { id: textVersionId('t1'), title: text, clauses: [clause] };
  const motion: Motion = {
    id: motionId('m'),
    conferenceId: conference,
    kind: 'motion',
    origin: 'delegate',
    number: text,
    conference: text,
    date: text,
    submittedBy: [text, text],
    text: version,
    dropped: [text],
    decision: { key: 'other', asPrinted: text, reason: text },
  };
  const amendment: Amendment = {
    id: amendmentId('a'),
    conferenceId: conference,
    motionId: motion.id,
    origin: 'delegate',
    standing: 'draft',
    number: text,
    submittedBy: [text],
    baseVersion: version.id,
    decision: { key: 'fell', reason: text },
    operations: [
      { kind: 'insert', clause: clause.id, at: clause.text.length, text },
      { kind: 'amend-title', from: 0, to: text.length, removed: text, text: `${text}${text}` },
      { kind: 'add-clauses', after: clause.id, clauses: [{ ...clause, id: clauseId('k2') }] },
    ],
  };
  return {
    conference: { id: conference, title: text, organisation: text },
    motions: [motion],
    amendments: [
      amendment,
      { ...amendment, id: amendmentId('a2'), instruction: text },
      { ...amendment, id: amendmentId('a3'), standing: 'published', decision: { key: 'carried' } },
    ],
    briefings: [
      {
        id: briefingId('b'),
        conferenceId: conference,
        title: text,
        publisher: text,
        publishedAt: text,
        clauses: [],
        dropped: [],
      },
    ],
    notes: [
      {
        id: noteId('n'),
        motionId: motion.id,
        clause: { id: clause.id, text },
        baseVersion: version.id,
        body: text,
        savedAt: 1,
      },
    ],
    mandates: [{ id: mandateId('d'), motionId: motion.id, position: 'support', remark: text }],
    decisions: [{ recordId: 'm', key: 'other', asPrinted: text, reason: text, recordedAt: 1 }],
    links: [{ motionId: 'm', briefingId: 'b' }],
    earlierTexts: [],
  };
}

const reportSaying = (text: string): ReportDocument =>
  branchReport(
    accountOfConference(papersSaying(text)),
    { motions: 'all', amendments: true, markedText: true, notes: true, briefings: true },
    { now: 0, timeZone: 'UTC' },
  );

const allowedElements = new Set(
  [
    'html',
    'head',
    'meta',
    'title',
    'style',
    'body',
    'main',
    'section',
    'h1',
    'h2',
    'h3',
    'h4',
    'p',
    'ul',
    'li',
    'dl',
  ].concat([
    'div',
    'dt',
    'dd',
    'table',
    'caption',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'blockquote',
    'span',
    'strong',
    'ins',
    'del',
    'br',
  ]),
);
const allowedAttributes = new Set(['lang', 'charset', 'http-equiv', 'content', 'name', 'class', 'scope']);
const settled = (text: string): string => text.replaceAll(/[\s\uFFFD]+/g, ' ').trim();

describe('attacks on a report', () => {
  it('come with more than sixty payloads', () => {
    expect(new Set(payloads).size).toBeGreaterThan(60);
  });

  it.each(payloads)('in HTML are text: %j', (payload) => {
    const { document } = parseHTML(writeHtml(everywhere(payload)));
    const elements = [...document.querySelectorAll('*')];
    expect(elements.map((element) => element.localName).filter((name) => !allowedElements.has(name))).toEqual([]);
    const attributes = elements.flatMap((element) => [...element.attributes].map((attribute) => attribute.name));
    expect(attributes.filter((name) => !allowedAttributes.has(name))).toEqual([]);
    expect(document.querySelectorAll('style').length).toBe(1);
    expect(document.querySelectorAll('meta').length).toBe(4);
    const wanted = settled(payload);
    expect(settled(document.querySelector('h1')?.textContent ?? '')).toBe(wanted);
    const shown = [...document.querySelectorAll('h2, h3, h4, dt, caption, th, td, blockquote p')];
    expect(shown.filter((element) => !settled(textOf(element)).includes(wanted)).map(textOf)).toEqual([]);
  });

  it.each(payloads)('in Markdown are text: %j', (payload) => {
    const html = readMarkdown(writeMarkdown(everywhere(payload)));
    const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
    const allowed = new Set([...allowedElements, 'blockquote']);
    const elements = [...document.querySelectorAll('body *')];
    expect(elements.map((element) => element.localName).filter((name) => !allowed.has(name))).toEqual([]);
    expect(elements.flatMap((element) => [...element.attributes].map((one) => one.name))).toEqual([]);
    const wanted = settled(payload);
    expect(settled(document.querySelector('h1')?.textContent ?? '')).toBe(wanted);
    for (const selector of ['h2', 'h3', 'h4', 'td', 'th', 'blockquote p', 'ins', 'del', 'strong']) {
      const found = [...document.querySelectorAll(selector)].at(-1);
      expect(settled(found === undefined ? `no ${selector}` : textOf(found))).toContain(wanted);
    }
  });

  it.each(payloads)('in CSV never start a cell as a formula: %j', (payload) => {
    for (const cell of writeCsv(everywhere(payload))
      .slice(1)
      .split(/","|^"|\r\n"|"\r\n/)) {
      expect(cell).not.toMatch(/^\s*[=+\-@\uFF1D]/);
    }
  });

  it.each(payloads)('through every field of the papers are text: %j', (payload) => {
    const report = reportSaying(payload);
    const pages = [
      writeHtml(report),
      `<!doctype html><html><body>${readMarkdown(writeMarkdown(report))}</body></html>`,
    ];
    for (const html of pages) {
      const elements = [...parseHTML(html).document.querySelectorAll('*')];
      expect(elements.map((element) => element.localName).filter((name) => !allowedElements.has(name))).toEqual([]);
      const names = elements.flatMap((element) => [...element.attributes].map((attribute) => attribute.name));
      expect(names.filter((name) => !allowedAttributes.has(name))).toEqual([]);
    }
    for (const row of report.sheet.rows) expect(row).toHaveLength(report.sheet.columns.length);
    expect(settled(writeText(report))).toContain(settled(payload));
  });

  it.each(payloads)('in plain text stay what they are: %j', (payload) => {
    expect(settled(writeText(everywhere(payload)))).toContain(settled(payload));
  });
});

/** What a reader of GitHub's Markdown makes of it, raw HTML let through. */
function readMarkdown(text: string): string {
  return micromark(text, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

function textOf(element: { readonly innerHTML: string; readonly textContent: string | null }): string {
  return element.innerHTML.includes('<br')
    ? (parseHTML(`<p>${element.innerHTML.replaceAll(/<br\/?>/g, ' ')}</p>`).document.querySelector('p')?.textContent ??
        '')
    : (element.textContent ?? '');
}
