import { useState } from 'react';

/** A tick by which Dagsorden writes in a person's chats for them. */
export interface TickWithConsent {
  readonly isTicked: boolean;
  /** `refused`: the person said no to letting Dagsorden write for them. */
  readonly consent: 'given' | 'needed' | 'refused';
  readonly tick: (isTicked: boolean) => void;
}

/**
 * Nobody is written to without a tick beside the words. It counts where the person lets Dagsorden write for them; else they are asked for that when they set it, and not
 * before.
 * @param leave whether it was given before, and how it is asked for; left out until that is known
 * @param standsByItself it is set until the person says otherwise
 */
export function useTickWithConsent(
  leave: { readonly may: boolean; readonly ask: () => Promise<boolean> } | undefined,
  standsByItself: boolean,
): TickWithConsent {
  const [ticked, setTicked] = useState<boolean | null>(null);
  const [answer, setAnswer] = useState<'given' | 'refused' | null>(null);
  const consent = answer ?? (leave?.may ? 'given' : 'needed');
  const tick = (wanted: boolean) => {
    setTicked(wanted);
    if (wanted && consent !== 'given') void leave?.ask().then((may) => setAnswer(may ? 'given' : 'refused'));
  };
  return { isTicked: (ticked ?? standsByItself) && consent === 'given', consent, tick };
}
