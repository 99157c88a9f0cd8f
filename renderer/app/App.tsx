// The whole app: opens the papers, then shows the shell; keeps what is on its way in, and which store is open.

import { useCallback, useEffect, useMemo, useState } from 'react';
import { Router } from 'wouter';
import { navigate, useHashLocation } from 'wouter/use-hash-location';
import type { MenuCommand, OpenedFile, StoreName } from '../../shared/desktop-contract';
import { unreachable } from '../../shared/assert';
import { StoreProvider } from '../storage/StoreContext';
import { incomingKind } from '../sync/incoming';
import { runShortcut } from '../ui/shortcuts';
import { ToastProvider } from '../ui/Toasts';
import { remember, useRemembered } from '../ui/use-remembered';
import { OpeningPage } from './OpeningPage';
import { recoveryWords } from './recovery-words';
import { pathOf } from './routes';
import { Shell } from './Shell';
import { useOpenedStore } from './use-opened-store';

/** Pages are named after the `#`, so that they work from any scheme without a server. */
const addresses = { hook: useHashLocation };

/** The app. Changing the store takes everything down and builds it anew, so that nothing of one shows in the other. */
export function App() {
  const [remembered, rememberStore] = useRemembered('store', 'own');
  const storeName: StoreName = remembered === 'sample' ? 'sample' : 'own';
  const { opening, saving } = useOpenedStore(storeName);
  const [files, setFiles] = useState<readonly OpenedFile[]>([]);
  const desktop = opening.kind === 'open' ? opening.desktop : undefined;

  const filesTaken = useCallback(() => setFiles([]), []);
  const takeFiles = useCallback((next: readonly OpenedFile[]) => {
    setFiles(next);
    if (next.length > 0) navigate(pathOf(areForTheOffice(next) ? { kind: 'connect' } : { kind: 'import' }));
  }, []);

  useEffect(() => {
    if (desktop === undefined) return undefined;
    const takeOpened = (): void => void desktop.takeOpenedFiles({}).then(takeFilesIfAny(takeFiles));
    takeOpened();
    return desktop.listen((event) => {
      if (event.kind === 'menu') doMenuCommand(event.command);
      else takeOpened();
    });
  }, [desktop, takeFiles]);

  const actions = useMemo(() => {
    if (desktop === undefined) return undefined;
    const go = (name: StoreName) => (): void => {
      navigate('/');
      rememberStore(name);
    };
    const goToSample = go('sample');
    const openSample = (): void => {
      // The door to the sample leads to its contents, wherever one was in it the last time.
      remember('page.sample', '/');
      goToSample();
    };
    return { desktop, files, takeFiles, filesTaken, openSample, leaveSample: go('own') };
  }, [desktop, files, takeFiles, filesTaken, rememberStore]);

  // For a moment after going to the other store, the one that is open is still the one that was left.
  if (opening.kind !== 'open' || opening.opened.store.name !== storeName || actions === undefined) {
    const leave = storeName === 'sample' ? () => rememberStore('own') : undefined;
    return <OpeningPage opening={opening} onLeaveSample={leave} />;
  }
  return (
    <ToastProvider key={storeName}>
      <StoreProvider store={opening.opened.store}>
        <Router {...addresses}>
          <Shell saving={saving} actions={actions} recovery={recoveryWords(opening.opened)} />
        </Router>
      </StoreProvider>
    </ToastProvider>
  );
}

function takeFilesIfAny(take: (files: readonly OpenedFile[]) => void) {
  return (files: readonly OpenedFile[]): void => {
    if (files.length > 0) take(files);
  };
}

/** Signed bundles and invitations; whether they are what they seem is found out there. */
function areForTheOffice(files: readonly OpenedFile[]): boolean {
  return files.some((file) => incomingKind(file) !== undefined);
}

function doMenuCommand(command: MenuCommand): void {
  switch (command) {
    case 'import-papers':
      return navigate(pathOf({ kind: 'import' }));
    case 'export-report':
      return navigate(pathOf({ kind: 'report' }));
    case 'look-for-news':
      return navigate(pathOf({ kind: 'connect' }));
    case 'new-note':
      return runShortcut('note');
    case 'draft-amendment':
      return runShortcut('amend');
    case 'show-shortcuts':
      return runShortcut('showKeys');
    case 'find':
    case 'go-to':
      return runShortcut('goTo');
    default:
      return unreachable(command);
  }
}
