// The page's one way to the doorkeeper: through the preload in Electron, through loopback HTTP in `rostrum open`.

import type { DesktopBridge } from '../../shared/desktop-contract';
import { succeed, type Result } from '../../shared/result';
import { connectLoopback, type ConnectFailure } from './loopback-desktop';

declare global {
  interface Window {
    /** Put there by the preload before the page runs; absent in a browser. */
    readonly rostrum?: DesktopBridge;
  }
}

/** The doorkeeper of this page. Fails only in a browser, and then nothing can be read or saved. */
export async function connectDesktop(): Promise<Result<DesktopBridge, ConnectFailure>> {
  return window.rostrum === undefined ? connectLoopback(window) : succeed(window.rostrum);
}
