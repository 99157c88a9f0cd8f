// The port `PdfOpener` over pdf.js, which is passed in with the worker it has been given, so this stays pure code.
// Text and its places are all that is asked for: no font is loaded, no script run, no picture decoded.

import type { PdfDocument, PdfOpener, PdfPage, PdfText } from '../ports';
import type { Result } from '../result';
import { fail, succeed } from '../result';

/** As much of a page's text as pdf.js gives. `transform` places a run in the page's own, upward coordinates. */
type PdfJsContent = {
  readonly items: readonly (
    | { readonly str: string; readonly transform: readonly number[]; readonly width: number; readonly height: number }
    | { readonly type: string }
  )[];
};

type PdfJsPage = {
  readonly getViewport: (options: { readonly scale: number }) => {
    readonly width: number;
    readonly height: number;
    readonly transform: readonly number[];
  };
  readonly getTextContent: () => Promise<PdfJsContent>;
  readonly cleanup: () => unknown;
};

type PdfJsDocument = { readonly numPages: number; readonly getPage: (number: number) => Promise<PdfJsPage> };

/** pdf.js at work on one document. */
export type PdfEngine = {
  /** Starts to open `bytes`, which pdf.js takes over. */
  readonly open: (bytes: Uint8Array) => Promise<PdfJsDocument>;
  /** Settles as `work` does, or rejects when it takes too long or the worker has ended. */
  readonly inTime: <T>(work: Promise<T>) => Promise<T>;
  /** Ends the worker, whatever it is doing. */
  readonly stop: () => Promise<void>;
};

/** What pdf.js is told for every document: to draw nothing, to fetch nothing, and never to make code out of a paper. */
export const pdfJsOptions = {
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  enableXfa: false,
  stopAtErrors: false,
  verbosity: 0,
} as const;

/** The port: a new engine for each document, stopped as soon as the document proves unreadable. */
export function pdfJsOpener(start: () => Promise<PdfEngine>): PdfOpener {
  return {
    open: async (bytes) => {
      const engine = await start();
      try {
        const opened = await engine.inTime(engine.open(new Uint8Array(bytes)));
        return succeed(documentOf(opened, engine));
      } catch (error) {
        await engine.stop();
        return fail({ kind: isPasswordWish(error) ? 'encrypted' : 'damaged' });
      }
    },
  };
}

function isPasswordWish(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException';
}

function documentOf(opened: PdfJsDocument, engine: PdfEngine): PdfDocument {
  return {
    pageCount: opened.numPages,
    page: async (number) => {
      try {
        return succeed(await engine.inTime(readPage(opened, number)));
      } catch {
        return fail({ kind: 'damaged' }) satisfies Result<PdfPage, { readonly kind: 'damaged' }>;
      }
    },
    close: engine.stop,
  };
}

async function readPage(opened: PdfJsDocument, number: number): Promise<PdfPage> {
  const page = await opened.getPage(number);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  page.cleanup();
  const texts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [placed(item, transform)] : []));
  return { width, height, texts };
}

/** Bullets of the Symbol and Wingdings typefaces, which have no character of their own. */
const symbolBullets = /[\uF0A7\uF0B7\uF0D8\uF0FC]/g;

/** Where a run stands on the page as it is shown: its own matrix times the viewport's (ISO 32000-1, 8.3.3). */
function placed(
  item: Extract<PdfJsContent['items'][number], { readonly str: string }>,
  viewport: readonly number[],
): PdfText {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = viewport;
  const [p = 1, q = 0, , , x = 0, y = 0] = item.transform;
  const along = { x: a * p + c * q, y: b * p + d * q };
  return {
    text: item.str.replaceAll(symbolBullets, '•'),
    x: a * x + c * y + e,
    y: b * x + d * y + f,
    width: item.width,
    size: item.height > 0 ? item.height : Math.hypot(along.x, along.y),
    isTurned: Math.abs(along.y) > Math.abs(along.x) * 0.05 || along.x < 0,
  };
}
