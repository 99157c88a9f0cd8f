import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { firstWindow, placeWindow, readWindowState, smallestWindow, writeWindowState } from './window-state';

const laptop = { x: 0, y: 0, width: 1366, height: 728 };
const projector = { x: 1366, y: 0, width: 1920, height: 1080 };

describe('where the window was', () => {
  it('is read as it was written', () => {
    const state = { x: 10, y: 20, width: 900, height: 600, isMaximized: true };
    expect(readWindowState(writeWindowState(state))).toEqual(state);
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"x":1}',
    '{"x":"1","y":1,"width":1,"height":1}',
    '{"x":0,"y":0,"width":-5,"height":9}',
  ])('is forgotten when the file says %j', (text) => {
    expect(readWindowState(text)).toEqual(firstWindow);
  });
});

describe('where the window can be', () => {
  it('is where it was, when that is on a screen', () => {
    const state = { x: 1500, y: 100, width: 1000, height: 700, isMaximized: false };
    expect(placeWindow(state, [laptop, projector])).toEqual(state);
  });

  it('is left to the system when its screen is gone', () => {
    const state = { x: 1500, y: 100, width: 1000, height: 700, isMaximized: true };
    expect(placeWindow(state, [laptop])).toEqual({ width: 1000, height: 700, isMaximized: true });
  });

  it('is wholly on the screen that shows most of it', () => {
    const state = { x: -300, y: -40, width: 2000, height: 2000, isMaximized: false };
    expect(placeWindow(state, [laptop, projector])).toEqual({ ...laptop, isMaximized: false });
    expect(placeWindow({ ...state, width: 1400, height: 700 }, [laptop])).toEqual({
      x: 0,
      y: 0,
      width: 1366,
      height: 700,
      isMaximized: false,
    });
  });

  it('is never off every screen, whatever the file says', () => {
    const pixels = fc.integer({ min: -99_999, max: 99_999 });
    const size = fc.integer({ min: 1, max: 99_999 });
    fc.assert(
      fc.property(pixels, pixels, size, size, (x, y, width, height) => {
        const placed = placeWindow({ x, y, width, height, isMaximized: false }, [laptop, projector]);
        expect(placed.width).toBeGreaterThanOrEqual(smallestWindow.width);
        expect(placed.height).toBeGreaterThanOrEqual(smallestWindow.height);
        if (placed.x === undefined || placed.y === undefined) return;
        const { x: left, y: top } = placed;
        const isInside = [laptop, projector].some(
          (screen) =>
            left >= screen.x &&
            top >= screen.y &&
            left + placed.width <= screen.x + screen.width &&
            top + placed.height <= screen.y + screen.height,
        );
        expect(isInside).toBe(true);
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
