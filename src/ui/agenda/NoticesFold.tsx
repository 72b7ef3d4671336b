import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '../kit/useWide.ts';

const useStyles = makeStyles({
  fold: {
    justifyContent: 'space-between',
    marginInline: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    textAlign: 'start',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '@media print': { display: 'none' },
  },
  line: { display: 'flex', gap: tokens.spacingHorizontalXS, flexGrow: 1, minWidth: 0 },
  one: { WebkitLineClamp: 1 },
  next: { marginInline: tokens.spacingHorizontalL, paddingInline: tokens.spacingHorizontalM, '@media print': { display: 'none' } },
  more: { flexShrink: 0, whiteSpace: 'nowrap' },
  words: { display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden', minWidth: 0, overflowWrap: 'anywhere' },
});

/** What may stand between the head and the first item, what is to be seen to first before the rest. */
const PLACES = ['meeting', 'times', 'invitation', 'due', 'guests', 'channel', 'news'] as const;
type Place = (typeof PLACES)[number];

interface Fold {
  readonly folded: boolean;
  /** The one that is named. */
  readonly first: Place | undefined;
  /** @param title null where it says nothing any more */
  readonly tell: (place: Place, title: string | null) => void;
}

const FoldContext = createContext<Fold>({ folded: false, first: undefined, tell: () => undefined });

/**
 * The notices over an agenda. In a narrow pane they stand as one line that names the first of them, so that the agenda itself stands in sight, and unfold where they
 * are; the next step of the one that is named stays under it. Where there is room they stand open.
 */
export function NoticesFold({ children }: { children: ReactNode }) {
  const styles = useStyles();
  const { t } = useTranslation('sendout');
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  const [titles, setTitles] = useState<Readonly<Partial<Record<Place, string | null>>>>({});
  const folded = narrow && !open;
  const tell = useCallback((place: Place, title: string | null) => setTitles((before) => ({ ...before, [place]: title })), []);
  const told = PLACES.filter((place) => typeof titles[place] === 'string');
  const [first] = told;
  const title = first && titles[first];
  const fold = useMemo(() => ({ folded, first, tell }), [folded, first, tell]);
  return (
    <FoldContext.Provider value={fold}>
      {narrow && title !== undefined && (
        <Button
          appearance="subtle"
          className={styles.fold}
          icon={open ? <ChevronUpRegular /> : <ChevronDownRegular />}
          iconPosition="after"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <span className={styles.line}>
            <span className={mergeClasses(styles.words, told.length > 1 && styles.one)}>{open ? t('notices.fold') : title}</span>{' '}
            {!open && told.length > 1 && <span className={styles.more}>{t('notices.more', { count: told.length - 1 })}</span>}
          </span>
        </Button>
      )}
      {children}
    </FoldContext.Provider>
  );
}

interface FoldableProps {
  readonly place: Place;
  readonly title: string;
  /** The way to what is to be done about it, where nothing of the notice has to be read first: in sight while it is the one that is named. */
  readonly next?: ReactNode;
  readonly children: ReactNode;
}

/** A notice that is one line while it is folded. */
export function Foldable({ place, title, next, children }: FoldableProps) {
  const styles = useStyles();
  const { folded, first, tell } = useContext(FoldContext);
  useEffect(() => {
    tell(place, title);
    return () => tell(place, null);
  }, [tell, place, title]);
  return (
    <>
      {folded && place === first && next !== undefined && <div className={styles.next}>{next}</div>}
      <div hidden={folded}>{children}</div>
    </>
  );
}
