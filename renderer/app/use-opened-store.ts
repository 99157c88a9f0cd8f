// Opens the doorkeeper and the delegate's papers (or the sample conference's), and says how far that has come.

import { useEffect, useState } from 'react';
import { v7 as newUuid } from 'uuid';
import type { DesktopBridge, ShellDescription, StoreName } from '../../shared/desktop-contract';
import { openStore } from '../storage/store';
import type { OpenedStore, OpeningStep } from '../storage/store';
import { keptReaderInWorker } from '../sync/verify-in-worker';
import { compression, cryptography } from './cryptography';
import { connectDesktop } from './desktop';
import { connectMessage, keepMessage, storeMessage } from './failure-message';
import { fillSample } from './fill-sample';
import { textCodec } from './text-codec';
import { watchSaving } from './watch-saving';
import type { SavingState } from './watch-saving';

export type Opening =
  | { readonly kind: 'opening'; readonly step?: OpeningStep }
  | { readonly kind: 'failed'; readonly words: string }
  /** Another window brought a newer version and took over. */
  | { readonly kind: 'replaced' }
  | {
      readonly kind: 'open';
      readonly desktop: DesktopBridge;
      readonly shell: ShellDescription;
      readonly opened: OpenedStore;
    };

type OpenedPapers = { readonly opening: Opening; readonly saving: SavingState };

/** The papers named `name`, opened; opened anew when the name changes, and closed with the component. */
export function useOpenedStore(name: StoreName): OpenedPapers {
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' });
  const [saving, setSaving] = useState<SavingState>({ kind: 'saved' });

  useEffect(() => {
    let isCurrent = true;
    let close: (() => void) | undefined;
    const show = (next: Opening): void => {
      if (isCurrent) setOpening(next);
    };
    show({ kind: 'opening' });
    const open = async (): Promise<void> => {
      const papers = await openPapers(name, show, setSaving);
      if (papers.kind === 'open') close = papers.opened.close;
      if (isCurrent) setOpening(papers);
      else close?.();
    };
    void open();
    return () => {
      isCurrent = false;
      close?.();
    };
  }, [name]);

  return { opening, saving };
}

async function openPapers(
  name: StoreName,
  onStep: (opening: Opening) => void,
  onSaving: (state: SavingState) => void,
): Promise<Opening> {
  const connected = await connectDesktop();
  if (!connected.ok) return { kind: 'failed', words: connectMessage(connected.error) };
  const desktop = watchSaving(connected.value, onSaving);
  const shell = await desktop.describeShell({});
  const opened = await openStore({
    name,
    desktop,
    shell,
    now: Date.now,
    newId: () => newUuid(),
    platform: { cryptography, compression, text: textCodec },
    readKept: keptReaderInWorker,
    onProgress: (step) => onStep({ kind: 'opening', step }),
    onReplaced: () => onStep({ kind: 'replaced' }),
  });
  if (!opened.ok) return { kind: 'failed', words: storeMessage(opened.error) };
  if (name === 'sample') {
    const filled = await fillSample(opened.value.store);
    if (!filled.ok) return { kind: 'failed', words: keepMessage(filled.error) };
  }
  return { kind: 'open', desktop, shell, opened: opened.value };
}
