import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from './LiveRegion.tsx';

export interface Notice {
  /** What happened, as a sentence: "Punkt 3 er ændret." */
  readonly text: string;
  /** The way back, where there is one. */
  readonly undo?: () => void;
  /** Ctrl+Z and Ctrl+Y where no button says so: the steps before, and what was taken back. */
  readonly back?: () => void;
  readonly forth?: () => void;
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
  const bar = useRef<HTMLElement>(null);
  useRoomFor(bar, notice);
  const latest = useRef(notice);
  useEffect(() => {
    latest.current = notice;
  }, [notice]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const letter = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || (letter !== 'z' && letter !== 'y') || isTyping(event.target)) return;
      const { undo, back, forth } = latest.current ?? {};
      const way = letter === 'y' || event.shiftKey ? forth : (undo ?? back);
      if (!way) return;
      event.preventDefault();
      setNotice(null);
      way();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <Tell.Provider value={tell}>
      {children}
      {notice && (
        <section ref={bar} className={styles.bar} aria-label={t('notice')}>
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

/** The bars of a page stand above the notice, and what gets the focus is scrolled out from under it. */
function useRoomFor(bar: RefObject<HTMLElement>, notice: Notice | null): void {
  useEffect(() => {
    const { style } = document.documentElement;
    const height = `${bar.current?.offsetHeight ?? 0}px`;
    style.setProperty('--notice-height', height);
    style.scrollPaddingBottom = height;
  }, [bar, notice]);
}

/** Tells the person what happened; a notice with `undo` offers the way back. */
export function useNotice(): (notice: Notice) => void {
  return useContext(Tell);
}
