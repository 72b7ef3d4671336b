import { useEffect } from 'react';
import { useNarrow } from '../kit/useWide.ts';
import KeepFocus from './KeepFocus.tsx';

/** Shows nothing: what every screen is to have and none has to wait for. */
export default function Afterwards() {
  const narrow = useNarrow();
  useEffect(() => {
    if (!narrow) return undefined;
    let stop: (() => void) | null = null;
    let gone = false;
    // Without it words part where there is room, as before.
    void import('../kit/hyphenation.tsx')
      .then(({ hyphenateDanish }) => {
        if (!gone) stop = hyphenateDanish();
      })
      .catch(() => undefined);
    return () => {
      gone = true;
      stop?.();
    };
  }, [narrow]);
  return <KeepFocus />;
}
