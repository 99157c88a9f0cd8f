// The contract over Electron's IPC: one handler a request, and the sender looked at once, here.

import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { desktopRequests, type DesktopRequestName } from '../shared/desktop-contract';
import { isAppAddress } from './keep/app-address';
import type { ServedApi } from './keep/desktop-host';

/**
 * Answers the app's page, and only its main frame. An exception is a bug: `report` gets it, and the page learns no more
 * than that there was one, because it may name paths.
 */
export function serveDesktopApi(api: ServedApi, report: (error: unknown) => void): void {
  for (const name of Object.keys(desktopRequests).filter(isRequestName)) {
    ipcMain.handle(name, async (event, given: unknown) => {
      if (!isFromApp(event)) throw new Error(`${name} was refused`);
      return answer(
        async () => api[name](given),
        (error) => {
          report(error);
          return new Error(`${name} failed`);
        },
      );
    });
  }
}

async function answer<T>(work: () => Promise<T>, hide: (error: unknown) => Error): Promise<T> {
  return work().catch((error: unknown) => Promise.reject(hide(error)));
}

function isRequestName(name: string): name is DesktopRequestName {
  return Object.hasOwn(desktopRequests, name);
}

function isFromApp({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isAppAddress(senderFrame.url);
}
