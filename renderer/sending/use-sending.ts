// Sends what waits, as long as the app is open: at the start, when something is said, when the network is back, every few
// minutes, and when told to. Of several windows one sends at a time.

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { folderPurpose } from '../../shared/bundle/folder-names';
import type { DescribedFolder } from '../../shared/desktop-contract';
import { sentNewsMessage, type SendFailure } from '../app/sending-message';
import { listWaiting } from '../storage/sending-questions';
import { useQuestion, useStore } from '../storage/StoreContext';
import { useToast } from '../ui/Toasts';
import { useRemembered } from '../ui/use-remembered';
import { sendInWorker } from './send-in-worker';
import { makeSender, type Sender, type SendState } from './sender';
import type { SentNews } from './sending-orders';

export type LogState = SendState<SentNews, SendFailure>;

export type Sending = {
  /** Undefined until the doorkeeper has told. */
  readonly folders: readonly DescribedFolder[] | undefined;
  /** By `conference/stream`; of what was not tried yet there is none. */
  readonly states: ReadonlyMap<string, LogState>;
  /** What happened on the way, in sentences, as long as this window is open. */
  readonly news: readonly string[];
  readonly sendNow: () => void;
  /** To be called when folders were connected or forgotten. */
  readonly lookAtFolders: () => void;
  /** What the delegate calls themselves. */
  readonly name: string;
  readonly setName: (name: string) => void;
};

const interval = 5 * 60 * 1000;

/** The name under which what is said is sent. */
export const senderNameSetting = 'sender-name';

/** One for the whole window. */
export function useSending(): Sending {
  const store = useStore();
  const showToast = useToast();
  const [name, setName] = useRemembered(senderNameSetting, '');
  const [folders, setFolders] = useState<readonly DescribedFolder[]>();
  const [states, setStates] = useState<ReadonlyMap<string, LogState>>(() => new Map());
  const [news, setNews] = useState<readonly string[]>([]);
  const sender = useRef<Sender>(undefined);
  const current = useRef({ name, showToast });
  useEffect(() => {
    current.current = { name, showToast };
  }, [name, showToast]);

  useEffect(() => {
    const made = makeSender<SentNews, SendFailure>({
      send: async (log) => {
        const [conference = '', to] = log.split('/');
        const stream = to === 'team' ? 'team' : 'office';
        const sent = await sendInWorker(store, { conference, stream, name: current.current.name });
        const said = sent.ok ? sentNewsMessage(sent.value) : [];
        for (const words of said) current.current.showToast({ words });
        if (said.length > 0) setNews((before) => [...before, ...said.filter((words) => !before.includes(words))]);
        return sent;
      },
      onState: (log, state) => setStates((before) => new Map(before).set(log, state)),
      now: store.now,
      random: Math.random,
      later: (milliseconds, call) => {
        const timer = setTimeout(call, milliseconds);
        return () => clearTimeout(timer);
      },
    });
    sender.current = made;
    return made.stop;
  }, [store]);

  const lookAtFolders = useCallback((): void => {
    const look = async (): Promise<void> => {
      const described = await store.desktop.describeFolders({ store: store.name });
      setFolders(described.ok ? described.value : []);
    };
    void look();
  }, [store]);
  useEffect(lookAtFolders, [lookAtFolders]);

  const logs = useMemo(() => (folders ?? []).flatMap(logOfFolder), [folders]);
  const sendNow = useCallback(() => {
    for (const log of logs) sender.current?.send(log);
  }, [logs]);
  useEffect(() => {
    sendNow();
    const timer = setInterval(sendNow, interval);
    window.addEventListener('online', sendNow);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', sendNow);
    };
  }, [sendNow]);

  const waiting = useQuestion(listWaiting, []);
  const waitingBefore = useRef<readonly string[]>(undefined);
  useEffect(() => {
    // What waited from the start goes with the folders; only what comes to it is news.
    const isNews = waitingBefore.current !== undefined && waiting !== waitingBefore.current;
    waitingBefore.current = waiting;
    if (!isNews) return;
    for (const log of waiting ?? []) if (logs.includes(log)) sender.current?.send(log);
  }, [waiting, logs]);

  return useMemo(
    () => ({ folders, states, news, sendNow, lookAtFolders, name, setName }),
    [folders, states, news, sendNow, lookAtFolders, name, setName],
  );
}

/** The log that goes to a folder, as `conference/stream`. */
function logOfFolder({ folder }: DescribedFolder): readonly string[] {
  const purpose = folderPurpose(folder);
  return purpose?.kind === 'office' || purpose?.kind === 'team' ? [`${purpose.conference}/${purpose.kind}`] : [];
}
