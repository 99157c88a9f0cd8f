// Looks at one screen in every theme and at every size: with axe-core's eyes, and for anything that goes out sideways.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { themes } from '../../renderer/settings/reading-settings';
import { picture } from './pictures';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A usual laptop, a small one, and the usual one at a zoom of 200 %. */
const sizes = [
  { width: 1366, height: 768 },
  { width: 1024, height: 700 },
  { width: 683, height: 384 },
] as const;

declare global {
  interface Window {
    /** As the script of axe-core leaves it. */
    readonly axe?: { readonly run: (context: Document, options: object) => Promise<AxeResults> };
  }
}

/** Everything that is wrong with the screen that the page shows, one line each. The page is left in its first theme. */
export async function lookAtScreen(page: Page, name: string): Promise<readonly string[]> {
  const wrong: string[] = [];
  const before = await page.evaluate(() => document.documentElement.dataset['theme'] ?? 'system');
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axe);
  for (const { width, height } of sizes) {
    await page.setViewportSize({ width, height });
    for (const theme of themes.filter((each) => each !== 'system')) {
      await wear(page, theme);
      const place = `${theme} ${width}×${height}`;
      for (const line of [...(await violations(page)), ...(await sideways(page))]) wrong.push(`${place}: ${line}`);
      await picture(page, `${name} - ${theme} ${width}`);
    }
  }
  await wear(page, before);
  await page.setViewportSize(sizes[0]);
  return wrong;
}

/** As the setting does it (renderer/settings/reading-settings.ts), and after the next frame is drawn. */
async function wear(page: Page, theme: string): Promise<void> {
  await page.evaluate(async (name) => {
    document.documentElement.dataset['theme'] = name;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, theme);
}

async function violations(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const found = await window.axe?.run(document, { resultTypes: ['violations'], preload: false });
    if (found === undefined) return ['axe-core is not there'];
    return found.violations.map(({ id, nodes }) => {
      const [first] = nodes;
      return `${id} at ${nodes.length}: ${String(first?.target[0])} ${first?.any[0]?.message ?? first?.failureSummary ?? ''}`;
    });
  });
}

/** What scrolls sideways, and controls that stick out of the window. */
async function sideways(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const name = (element: Element): string => `${element.localName}.${element.getAttribute('class') ?? ''}`;
    const all = [...document.querySelectorAll('*')];
    const scrolling = all.filter((element) => {
      const isScroller =
        element === document.documentElement || /auto|scroll/u.test(getComputedStyle(element).overflowX);
      return isScroller && element.scrollWidth > element.clientWidth + 1;
    });
    const out = [...document.querySelectorAll('a, button, input, select, textarea, h1, h2')].filter((element) => {
      if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return false;
      const { left, right, width } = element.getBoundingClientRect();
      return width > 2 && (right > innerWidth + 1 || left < -1);
    });
    return [
      ...scrolling.map(
        (element) => `${name(element)} scrolls sideways, ${element.scrollWidth} in ${element.clientWidth}`,
      ),
      ...out.map(
        (element) => `${name(element)} sticks out of the window: “${element.textContent.trim().slice(0, 40)}”`,
      ),
    ];
  });
}
