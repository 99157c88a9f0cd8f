// Short news at the foot of the window, said politely, with one way to take it back ("Note deleted. Undo").
// Wrap the app in `ToastProvider` once; anywhere below, `useToast()` gives the function that shows one.

import { createContext, use, useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from './Button';
import styles from './toasts.module.css';

export type Toast = {
  readonly words: string;
  readonly action?: { readonly words: string; readonly run: () => void };
};

type ShownToast = Toast & { readonly key: number };
type ShowToast = (toast: Toast) => void;

const ToastContext = createContext<ShowToast>(() => undefined);

/** Milliseconds a toast stays; the clock stops while it is pointed at or focused. */
const stay = 10_000;

/** Shows a toast; a newer one takes the place of an older. */
export function useToast(): ShowToast {
  return use(ToastContext);
}

/** Holds the one toast on screen and its live region. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toast, setToast] = useState<ShownToast>();
  const [isHeld, setIsHeld] = useState(false);
  const show = useCallback<ShowToast>((next) => {
    setIsHeld(false);
    setToast((before) => ({ ...next, key: (before?.key ?? 0) + 1 }));
  }, []);

  useEffect(() => {
    if (toast === undefined || isHeld) return undefined;
    const timer = setTimeout(() => setToast(undefined), stay);
    return () => clearTimeout(timer);
  }, [toast, isHeld]);

  const region = useMemo(() => ({ onFocus: () => setIsHeld(true), onBlur: () => setIsHeld(false) }), []);

  return (
    <ToastContext value={show}>
      {children}
      <div
        role="status"
        className={styles['region']}
        onMouseEnter={region.onFocus}
        onMouseLeave={region.onBlur}
        {...region}
      >
        {toast !== undefined && (
          <div key={toast.key} className={styles['toast']} tabIndex={-1} data-pane="news">
            <span>{toast.words}</span>
            {toast.action !== undefined && (
              <Button
                onPress={() => {
                  toast.action?.run();
                  setToast(undefined);
                }}
              >
                {toast.action.words}
              </Button>
            )}
          </div>
        )}
      </div>
    </ToastContext>
  );
}
