// The page's side of the office's work: starts a worker for each task, and makes its requests of the doorkeeper.

import type { NamedConference } from '../../shared/bundle/conference-of-roots';
import type { Result } from '../../shared/result';
import { trustedScriptAddress } from '../app/trusted-types';
import type { Store } from '../storage/store';
import type {
  FromWorker,
  OfficeOrder,
  OfficeOutcome,
  OfficeTask,
  OfficeWorkFailure,
  Preview,
  PublishProgress,
  ToWatcher,
  ToWorker,
  WorkerAsk,
} from './office-messages';

/** Work under way. Once stopped it never answers; what it has written so far stays, and nobody is shown it. */
export type OfficeWork = {
  readonly answer: Promise<Result<OfficeOutcome, OfficeWorkFailure>>;
  readonly stop: () => void;
  /** For the task of watching. */
  readonly tell: (told: ToWatcher) => void;
};

/** Who is told what before the answer. */
export type Listeners = {
  readonly onProgress?: (progress: PublishProgress) => void;
  readonly onNext?: (next: Result<Preview, OfficeWorkFailure>) => void;
  readonly onOutdated?: () => void;
};

export type Commissioned = { readonly office: string; readonly conference: NamedConference; readonly task: OfficeTask };

/** Has a worker do `task`. */
export function inWorker(store: Store, commissioned: Commissioned, listeners: Listeners = {}): OfficeWork {
  const { onProgress, onNext, onOutdated } = listeners;
  const { port1: port, port2 } = new MessageChannel();
  let worker: Worker | undefined;
  let isStopped = false;
  const stop = (): void => {
    isStopped = true;
    worker?.terminate();
    port.close();
  };
  const answer = new Promise<Result<OfficeOutcome, OfficeWorkFailure>>((resolve, reject) => {
    const tell = (id: number, told: Promise<unknown>): void => {
      told.then((value) => port.postMessage({ kind: 'answer', id, answer: value } satisfies ToWorker)).catch(reject);
    };
    port.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === 'ask') tell(data.id, make(store, data));
      else if (data.kind === 'progress') onProgress?.(data.progress);
      else if (data.kind === 'next') onNext?.(data.next);
      else if (data.kind === 'outdated') onOutdated?.();
      else resolve(data.answer);
    });
    port.start();
    const order: OfficeOrder = { ...commissioned, workingCopy: store.database.dexie.name, now: store.now() };
    const begin = async (): Promise<void> => {
      const address = (await import('./office-worker?worker&url')).default;
      if (isStopped) return;
      worker = new Worker(trustedScriptAddress(address), { type: 'module' });
      worker.addEventListener('error', ({ message }) => reject(new Error(`The office's work has ended: ${message}`)));
      worker.postMessage(order, [port2]);
    };
    begin().catch(reject);
  });
  return { answer: answer.finally(stop), stop, tell: (told) => port.postMessage(told) };
}

async function make({ desktop }: Store, ask: WorkerAsk): Promise<unknown> {
  switch (ask.name) {
    case 'readJournal':
      return desktop.readJournal(ask.args);
    case 'appendToJournal':
      return desktop.appendToJournal(ask.args);
    case 'readOfficial':
      return desktop.readOfficial(ask.args);
    case 'keepOfficial':
      return desktop.keepOfficial(ask.args);
    case 'readFromFolder':
      return desktop.readFromFolder(ask.args);
    case 'listFolder':
      return desktop.listFolder(ask.args);
    case 'writeToFolder':
      return desktop.writeToFolder(ask.args);
    case 'signForOffice':
      return desktop.signForOffice(ask.args);
    case 'readOfficeFile':
      return desktop.readOfficeFile(ask.args);
    case 'keepOfficeFile':
      return desktop.keepOfficeFile(ask.args);
  }
}
