// The worker in which an office's versions are read, built and published, so that the window keeps answering. It reads
// the working copy itself; the doorkeeper it reaches through the page. No private key comes here.

import type { KeepFailure } from '../../shared/desktop-contract';
import type { Result } from '../../shared/result';
import { declareDatabase } from '../storage/database';
import type { FromWorker, OfficeDesktop, OfficeOrder, ToWorker } from './office-messages';
import { carryOut } from './office-tasks';

globalThis.addEventListener('message', ({ data, ports }: MessageEvent<OfficeOrder>) => {
  const [port] = ports;
  // A bug is told to the page by the worker's error event, which a rejected promise alone would not bring about.
  if (port !== undefined) serve(data, port).catch(reportError);
});

async function serve(order: OfficeOrder, port: MessagePort): Promise<void> {
  const say = (message: FromWorker): void => port.postMessage(message);
  const { desktop, journal } = pageBehind(port, say);
  const database = declareDatabase(order.workingCopy, () => undefined);
  const answer = await carryOut({
    ...order,
    database,
    desktop,
    journal,
    onProgress: (progress) => say({ kind: 'progress', progress }),
  });
  database.dexie.close();
  say({ kind: 'answer', answer });
}

function pageBehind(port: MessagePort, say: (message: FromWorker) => void) {
  const waiting = new Map<number, (answer: ToWorker['answer']) => void>();
  let lastId = 0;
  port.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    waiting.get(data.id)?.(data.answer);
    waiting.delete(data.id);
  });
  port.start();
  const told = async (message: (id: number) => FromWorker): Promise<ToWorker['answer']> =>
    new Promise((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      say(message(lastId));
    });
  const desktop: OfficeDesktop = {
    readOfficial: async (args) => told((id) => ({ kind: 'ask', id, name: 'readOfficial', args })),
    keepOfficial: async (args) => told((id) => ({ kind: 'ask', id, name: 'keepOfficial', args })),
    readFromFolder: async (args) => told((id) => ({ kind: 'ask', id, name: 'readFromFolder', args })),
    listFolder: async (args) => told((id) => ({ kind: 'ask', id, name: 'listFolder', args })),
    writeToFolder: async (args) => told((id) => ({ kind: 'ask', id, name: 'writeToFolder', args })),
    signForOffice: async (args) => told((id) => ({ kind: 'ask', id, name: 'signForOffice', args })),
    readOfficeFile: async (args) => told((id) => ({ kind: 'ask', id, name: 'readOfficeFile', args })),
    keepOfficeFile: async (args) => told((id) => ({ kind: 'ask', id, name: 'keepOfficeFile', args })),
  };
  const journal = async (
    applied: Extract<FromWorker, { kind: 'journal' }>['applied'],
  ): Promise<Result<unknown, KeepFailure>> => told((id) => ({ kind: 'journal', id, applied }));
  return { desktop, journal };
}
