// Where the keyboard's focus is, and whether one can see it.

import type { Page } from 'playwright-core';

export type Focus = {
  /** What a screen reader would call it: its label, else its words. Empty when nothing has the focus. */
  readonly name: string;
  readonly words: string;
  /** The part of the window it is in. */
  readonly pane: string;
  /** Whether it is drawn, in the window, with a ring around it or around what stands for it. */
  readonly isInSight: boolean;
  /** Tells one place from another. */
  readonly place: string;
};

/** Describes the element that has the focus. */
export async function focused(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) {
      return { name: '', words: '', pane: '', isInSight: true, place: 'the window itself' };
    }
    const labelled = (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => (id === '' ? '' : (document.getElementById(id)?.textContent ?? '')))
      .join(' ')
      .trim();
    const isField =
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement;
    const label = isField ? (element.labels?.[0]?.textContent ?? '') : '';
    const words = element.textContent;
    const name = element.getAttribute('aria-label') ?? (labelled || label || words);
    // A radio button or checkbox is hidden; the ring is then around what is drawn for it.
    // In the editor it is around the clause with the cursor.
    const cursor = element.isContentEditable ? window.getSelection()?.anchorNode : undefined;
    const clause = (cursor instanceof Element ? cursor : cursor?.parentElement)?.closest('p');
    const around = [element.parentElement, element.parentElement?.parentElement, element.nextElementSibling];
    const rings = [element, clause, ...around];
    const ringed = rings.some((candidate) => {
      if (!(candidate instanceof Element)) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(candidate);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    });
    const drawn = element.closest('label') ?? element;
    const box = drawn.getBoundingClientRect();
    const isInWindow =
      box.width > 0 &&
      box.height > 0 &&
      box.bottom > 0 &&
      box.right > 0 &&
      box.top < innerHeight &&
      box.left < innerWidth;
    const path = [];
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      path.push([...(at.parentElement?.children ?? [])].indexOf(at));
    }
    return {
      name: name.trim().replaceAll(/\s+/g, ' '),
      words,
      pane: element.closest<HTMLElement>('[data-pane]')?.dataset['pane'] ?? '',
      isInSight: isInWindow && ringed,
      place: path.join('.'),
    };
  });
}

const mostSteps = 150;

/** Presses Tab until what is called so has the focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const passed = [];
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const { name: here } = await focused(page);
    if (here.startsWith(name)) return;
    passed.push(here);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never led to “${name}”, but to: ${[...new Set(passed)].join(' | ')}`);
}

/** Presses Tab until it has led round the page. Answers what is wrong: places out of sight, and traps. */
export async function walkWithTab(page: Page): Promise<readonly string[]> {
  const wrong: string[] = [];
  const seen = new Set<string>();
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  let before = '';
  for (let steps = 0; steps < mostSteps; steps += 1) {
    await page.keyboard.press('Tab');
    const { place, name, isInSight } = await focused(page);
    if (place === before) return [...wrong, `Tab stays at “${name}”`];
    if (seen.has(place)) return wrong;
    if (!isInSight) wrong.push(`the focus cannot be seen at “${name}”`);
    seen.add(place);
    before = place;
  }
  return [...wrong, `Tab had not led round after ${mostSteps} steps`];
}
