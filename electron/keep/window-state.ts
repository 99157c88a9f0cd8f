// Where the window was, and where it can be now: the file may be damaged, and the screen it was on may be gone.

import { parseJson } from './parse-json';

export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type WindowState = {
  /** Absent when the window was never placed: the system then chooses. */
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
};

/** The first window: fits a laptop of 1366 × 768 with its task bar. */
export const firstWindow: WindowState = { width: 1240, height: 720, isMaximized: false };
export const smallestWindow = { width: 480, height: 360 };

/** Reads what `writeWindowState` wrote; the first window for everything else. */
export function readWindowState(text: string): WindowState {
  const parsed = parseJson(text);
  if (typeof parsed !== 'object' || parsed === null) return firstWindow;
  const bounds = boundsOf(parsed);
  if (bounds === undefined) return firstWindow;
  return { ...bounds, isMaximized: 'isMaximized' in parsed && parsed.isMaximized === true };
}

/** The text to keep. */
export function writeWindowState(state: WindowState): string {
  return `${JSON.stringify(state)}\n`;
}

/**
 * `state` on the screens there are: moved and made smaller until the window is wholly on the one that shows most of
 * it. A window that none of them shows is left to the system to place.
 */
export function placeWindow(state: WindowState, screens: readonly Bounds[]): WindowState {
  const { x, y } = state;
  const [first] = screens;
  if (first === undefined) return state;
  const fitted = (screen: Bounds): { width: number; height: number } => ({
    width: between(state.width, smallestWindow.width, screen.width),
    height: between(state.height, smallestWindow.height, screen.height),
  });
  if (x === undefined || y === undefined) return { ...fitted(first), isMaximized: state.isMaximized };
  const window = { x, y, width: state.width, height: state.height };
  const screen = screens.reduce((best, next) => (overlap(window, next) > overlap(window, best) ? next : best));
  const size = fitted(screen);
  if (overlap(window, screen) === 0) return { ...size, isMaximized: state.isMaximized };
  return {
    x: between(x, screen.x, screen.x + screen.width - size.width),
    y: between(y, screen.y, screen.y + screen.height - size.height),
    ...size,
    isMaximized: state.isMaximized,
  };
}

function boundsOf(parsed: object): Bounds | undefined {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => pixels(parsed, name));
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

function pixels(parsed: object, name: string): number | undefined {
  const value: unknown = new Map(Object.entries(parsed)).get(name);
  return typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) < 100_000 ? value : undefined;
}

function between(value: number, least: number, most: number): number {
  return Math.max(Math.min(value, most), Math.min(least, most));
}

/** Square pixels that `before` and `after` share. */
function overlap(before: Bounds, after: Bounds): number {
  const width = Math.min(before.x + before.width, after.x + after.width) - Math.max(before.x, after.x);
  const height = Math.min(before.y + before.height, after.y + after.height) - Math.max(before.y, after.y);
  return Math.max(0, width) * Math.max(0, height);
}
