// Pictures of the screens a journey passes, for looking at: taken only when ROSTRUM_PICTURES names a folder.

import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Saves what the window shows as `<name>.png`. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['ROSTRUM_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
}
