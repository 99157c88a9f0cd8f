// How large anything received may be (FORMAT.md, "Limits"). Checked before memory is taken for it.

const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;

/** Bytes of a head's envelope. */
export const headLimit = 16 * kibibyte;
/** Bytes of a root's envelope, and of the list of conferences at an address. */
export const rootLimit = 64 * kibibyte;
export const signaturesLimit = 8;
export const keysLimit = 32;
/** Roots taken in one go. */
export const rootChainLimit = 64;

/** Bytes of an index or chunk as stored, and as inflated; the ratio a chunk may inflate by. */
export const storedObjectLimit = mebibyte;
export const rawObjectLimit = 4 * mebibyte;
export const rawIndexLimit = mebibyte;
export const inflateRatioLimit = 200;

export const objectsLimit = 4096;
export const recordsPerChunkLimit = 2000;
/** Inflated bytes of everything that one head commits to. */
export const rawTotalLimit = 512 * mebibyte;

export const singleFileLimit = 64 * mebibyte;

/** Within one JSON text: nesting, characters (UTF-16 code units) of a string, members of an array and of an object. */
export type JsonLimits = {
  readonly bytes: number;
  readonly depth: number;
  readonly stringLength: number;
  readonly arrayLength: number;
  readonly keys: number;
};

export const jsonLimits: JsonLimits = {
  bytes: rawObjectLimit,
  depth: 32,
  stringLength: 256 * kibibyte,
  arrayLength: 20_000,
  keys: 256,
};

/** A single-file bundle holds whole objects as base64 strings, and all of them in one JSON object. */
export const singleFileJsonLimits: JsonLimits = {
  bytes: singleFileLimit,
  depth: 32,
  stringLength: Math.ceil(storedObjectLimit / 3) * 4,
  arrayLength: rootChainLimit,
  keys: objectsLimit + 1,
};

/** Bytes of a device head's envelope; inflated bytes and operations of a device's log, and of one segment when cut. */
export const deviceHeadLimit = 64 * kibibyte;
export const rawLogLimit = 20 * mebibyte;
export const logOperationsLimit = 100_000;
export const rawSegmentLimit = 256 * kibibyte;
export const segmentOperationsLimit = 256;
/** A Lamport time may not leap further than this: a leap takes room from everybody who comes after. */
export const lamportLeapLimit = 2 ** 32;

/** Requests under way at once. */
export const parallelRequests = 6;
/** Milliseconds without a byte after which a request is given up. */
export const idleMilliseconds = 30_000;
