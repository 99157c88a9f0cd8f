// The worker in which an office's versions are read, built and published, so that the window keeps answering. It reads
// the working copy itself; the doorkeeper it reaches through the page. No private key comes here.

import { declareDatabase } from '../storage/database';
import type { FromWorker, OfficeDesktop, OfficeOrder, ToWatcher, ToWorker } from './office-messages';
import { carryOut } from './office-tasks';
import type { OfficeTools } from './office-tools';
import { store as ownStore } from './published';
import { watchNext } from './watch-next';

globalThis.addEventListener('message', ({ data, ports }: MessageEvent<OfficeOrder>) => {
  const [port] = ports;
  // A bug is told to the page by the worker's error event, which a rejected promise alone would not bring about.
  if (port !== undefined) serve(data, port).catch(reportError);
});

async function serve(order: OfficeOrder, port: MessagePort): Promise<void> {
  const say = (message: FromWorker): void => port.postMessage(message);
  const database = declareDatabase(order.workingCopy, () => undefined);
  const tools: OfficeTools = {
    ...order,
    name: ownStore,
    database,
    desktop: desktopBehind(port, say),
    onProgress: (progress) => say({ kind: 'progress', progress }),
  };
  if (order.task.kind === 'watch') {
    await watchNext(tools, toldBy(port), {
      onNext: (next) => say({ kind: 'next', next }),
      onOutdated: () => say({ kind: 'outdated' }),
    });
    return;
  }
  const answer = await carryOut(tools, order.task);
  database.dexie.close();
  say({ kind: 'answer', answer });
}

/** Calls back with what the page tells a watcher. */
function toldBy(port: MessagePort) {
  return (hear: (told: ToWatcher) => void): void =>
    port.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
      if (data.kind !== 'answer') hear(data);
    });
}

function desktopBehind(port: MessagePort, say: (message: FromWorker) => void): OfficeDesktop {
  type Answer = Extract<ToWorker, { kind: 'answer' }>['answer'];
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  port.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if (data.kind !== 'answer') return;
    waiting.get(data.id)?.(data.answer);
    waiting.delete(data.id);
  });
  port.start();
  const told = async (message: (id: number) => FromWorker): Promise<Answer> =>
    new Promise((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      say(message(lastId));
    });
  return {
    readJournal: async (args) => told((id) => ({ kind: 'ask', id, name: 'readJournal', args })),
    appendToJournal: async (args) => told((id) => ({ kind: 'ask', id, name: 'appendToJournal', args })),
    readOfficial: async (args) => told((id) => ({ kind: 'ask', id, name: 'readOfficial', args })),
    keepOfficial: async (args) => told((id) => ({ kind: 'ask', id, name: 'keepOfficial', args })),
    readFromFolder: async (args) => told((id) => ({ kind: 'ask', id, name: 'readFromFolder', args })),
    listFolder: async (args) => told((id) => ({ kind: 'ask', id, name: 'listFolder', args })),
    writeToFolder: async (args) => told((id) => ({ kind: 'ask', id, name: 'writeToFolder', args })),
    signForOffice: async (args) => told((id) => ({ kind: 'ask', id, name: 'signForOffice', args })),
    readOfficeFile: async (args) => told((id) => ({ kind: 'ask', id, name: 'readOfficeFile', args })),
    keepOfficeFile: async (args) => told((id) => ({ kind: 'ask', id, name: 'keepOfficeFile', args })),
  };
}
