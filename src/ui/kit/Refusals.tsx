import { Button } from '@fluentui/react-components';
import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureState } from './states/FailureState.tsx';

const Keep = createContext<(error: unknown) => void>(() => {});

/**
 * What was refused on a screen that is gone: it stands above the next one until somebody has read it. A screen tells its own refusals;
 * but it may be replaced by what was fetched meanwhile, and then nothing would tell that something was not done.
 */
export function Refusals({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [kept, setKept] = useState<readonly { readonly id: number; readonly error: unknown }[]>([]);
  const keep = useCallback((error: unknown) => setKept((before) => [...before, { id: (before.at(-1)?.id ?? 0) + 1, error }]), []);
  return (
    <Keep.Provider value={keep}>
      {kept.map(({ id, error }) => (
        <FailureState key={id} error={error} size="inline">
          <Button onClick={() => setKept((before) => before.filter((other) => other.id !== id))}>{t('close')}</Button>
        </FailureState>
      ))}
      {children}
    </Keep.Provider>
  );
}

/** Keeps a refusal whose screen is gone. */
export function useKeepRefusal(): (error: unknown) => void {
  return useContext(Keep);
}
