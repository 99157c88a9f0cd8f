// Hands the open store to every component, and asks it questions whose answers stay current by themselves.

import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import { present } from '../../shared/assert';
import type { Store } from './store';
import { UnsavedTextsProvider } from './UnsavedTextsContext';

const StoreContext = createContext<Store | undefined>(undefined);

type StoreProviderProps = { readonly store: Store; readonly children: ReactNode };

export function StoreProvider({ store, children }: StoreProviderProps): ReactNode {
  return (
    <StoreContext value={store}>
      <UnsavedTextsProvider>{children}</UnsavedTextsProvider>
    </StoreContext>
  );
}

/** The open store. Only inside `StoreProvider`. */
export function useStore(): Store {
  return present(useContext(StoreContext), 'a component that asks the store stands inside StoreProvider');
}

/**
 * The answer to `ask`, asked again whenever rows it read change. `deps` is everything `ask` depends on but the store.
 * Undefined until there is an answer to this very question: never the answer for other `deps` (the last motion's text
 * under the next motion's heading). A question that fails is thrown to the error boundary; one that is asked of a store
 * that was closed stays without an answer (`onReplaced` has told the screen).
 */
export function useQuestion<T>(ask: (store: Store) => Promise<T>, deps: readonly unknown[]): T | undefined {
  const store = useStore();
  const answered = useLiveQuery(async () => ({ store, deps, answer: await ask(store) }), [store, ...deps]);
  const isCurrent = answered !== undefined && answered.store === store && areSame(answered.deps, deps);
  return isCurrent ? answered.answer : undefined;
}

function areSame(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.length === after.length && before.every((value, index) => Object.is(value, after[index]));
}
