// What bundles need of this platform, in one value.

import type { Platform } from '../shared/bundle/verification';
import { compression, cryptography } from './cryptography';
import { textCodec } from './text-codec';

export const bundlePlatform: Platform = { compression, cryptography, text: textCodec };
