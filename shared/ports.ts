// What pure code needs from the platform, as interfaces. One adapter a platform: `renderer/app/`, `cli/`, tests.

import type { Result } from './result';

/** SHA-256, Ed25519 and inflate as the platform has them (WebCrypto in Node 20, Chromium and Electron alike). */
export type Cryptography = {
  /** SHA-256 (FIPS 180-4) of `bytes`: 32 bytes. */
  readonly sha256: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** Whether `signature` (64 bytes) is `publicKey`'s (32 bytes, raw) Ed25519 signature (RFC 8032) of `message`. */
  readonly verifyEd25519: (publicKey: Uint8Array, signature: Uint8Array, message: Uint8Array) => Promise<boolean>;
  /** The Ed25519 signature of `message`; `privateKey` is PKCS #8 (RFC 8410). */
  readonly signEd25519: (privateKey: Uint8Array, message: Uint8Array) => Promise<Uint8Array>;
  /** A new Ed25519 key pair: raw public key (32 bytes) and PKCS #8 private key. */
  readonly generateEd25519: () => Promise<{ readonly publicKey: Uint8Array; readonly privateKey: Uint8Array }>;
};

export type Compression = {
  /**
   * Inflates one gzip member and stops as soon as more than `limit` bytes come out, before they take up memory.
   * Undefined when it would exceed `limit`, is damaged, is cut short, or something follows it.
   */
  readonly gunzip: (bytes: Uint8Array, limit: number) => Promise<Uint8Array | undefined>;
  /** Gzip, at level 9 where the platform offers a choice. Publishing only. */
  readonly gzip: (bytes: Uint8Array) => Promise<Uint8Array>;
};

export type TextCodec = {
  /** UTF-8 bytes of `text`. */
  readonly encode: (text: string) => Uint8Array;
  /** The text of UTF-8 `bytes`, byte-order mark kept as a character; undefined when they are not valid UTF-8. */
  readonly decodeUtf8: (bytes: Uint8Array) => string | undefined;
  /** The text of `bytes` in a legacy or wide encoding; malformed parts become U+FFFD. */
  readonly decode: (bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252') => string;
};

/** A parsed HTML document, as little of it as the readers need. Inert: nothing in it loads or runs. */
export type HtmlNode = {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<HtmlNode>;
  /** Of a template in a browser: what it holds. Read of templates only. */
  readonly content?: HtmlNode;
  readonly getAttribute?: (name: string) => string | null;
};

export type HtmlParser = {
  /** Parses `html` without running or loading anything; returns its document node. */
  readonly parse: (html: string) => HtmlNode;
};

/** A run of text as a PDF places it. Points, from the upper left corner of the page as it is shown. */
export type PdfText = {
  readonly text: string;
  /** Where it starts, and its baseline. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The size of its type. */
  readonly size: number;
  /** Whether it runs along the page's side, or slantwise, as stamps and watermarks do. */
  readonly isTurned: boolean;
};

export type PdfPage = { readonly width: number; readonly height: number; readonly texts: readonly PdfText[] };

export type PdfDocument = {
  readonly pageCount: number;
  /** The page of that number, from 1; `damaged` when it cannot be read, or not in reasonable time. */
  readonly page: (number: number) => Promise<Result<PdfPage, { readonly kind: 'damaged' }>>;
  /** Ends the work on this document, whatever is under way. */
  readonly close: () => Promise<void>;
};

export type PdfOpener = {
  /** Opens a PDF without running or loading anything. `bytes` stay the caller's. */
  readonly open: (
    bytes: Uint8Array,
  ) => Promise<Result<PdfDocument, { readonly kind: 'encrypted' } | { readonly kind: 'damaged' }>>;
};
