// The port `HtmlParser` in the renderer. A document made by DOMParser has no window: it runs no script and loads nothing.

import type { HtmlParser } from '../../shared/ports';
import { inertHtml } from './trusted-types';

export const htmlParser: HtmlParser = {
  parse: (html) => new DOMParser().parseFromString(inertHtml(html), 'text/html'),
};
