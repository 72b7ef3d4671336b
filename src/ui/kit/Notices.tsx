import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from './LiveRegion.tsx';

export interface Notice {
  /** What happened, as a sentence: "Punkt 3 er ændret." */
  readonly text: string;
  /** The way back, where there is one. */
  readonly undo?: () => void;
}

const Tell = createContext<(notice: Notice) => void>(() => {});

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    bottom: 0,
    zIndex: 10,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
});

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Tells what happened, with a way back, on a line at the foot of the screen. Ctrl+Z takes the way back too. It stays until the next thing happens. */
export function Notices({ children }: { children: ReactNode }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [notice, setNotice] = useState<Notice | null>(null);
  const tell = useCallback(
    (next: Notice) => {
      setNotice(next);
      announce(next.text);
    },
    [announce],
  );
  const latest = useRef(notice);
  useEffect(() => {
    latest.current = notice;
  }, [notice]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const undo = latest.current?.undo;
      if (!undo || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || isTyping(event.target)) return;
      event.preventDefault();
      setNotice(null);
      undo();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <Tell.Provider value={tell}>
      {children}
      {notice && (
        <section className={styles.bar} aria-label={t('notice')}>
          <span className={styles.text}>{notice.text}</span>
          {notice.undo && (
            <Button
              size="small"
              onClick={() => {
                setNotice(null);
                notice.undo?.();
              }}
            >
              {t('undo')}
            </Button>
          )}
          <Button size="small" appearance="subtle" icon={<DismissRegular />} aria-label={t('close')} onClick={() => setNotice(null)} />
        </section>
      )}
    </Tell.Provider>
  );
}

/** Tells the person what happened; a notice with `undo` offers the way back. */
export function useNotice(): (notice: Notice) => void {
  return useContext(Tell);
}
