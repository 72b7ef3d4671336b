import { makeStyles } from '@fluentui/react-components';
import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';

const Announce = createContext<(words: string) => void>(() => {});

const useStyles = makeStyles({
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

/** One place where a screen reader hears what happened. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const styles = useStyles();
  const [said, setSaid] = useState({ words: '', turn: 0 });
  const announce = useCallback((words: string) => setSaid(({ turn }) => ({ words, turn: turn + 1 })), []);
  return (
    <Announce.Provider value={announce}>
      {children}
      <div className={styles.hidden} role="status" aria-live="polite">
        {/* A new element each time, so that the same words are heard twice. */}
        <span key={said.turn}>{said.words}</span>
      </div>
    </Announce.Provider>
  );
}

/** Says a sentence to those who listen to the screen. */
export function useAnnounce(): (words: string) => void {
  return useContext(Announce);
}
