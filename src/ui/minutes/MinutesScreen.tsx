import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Suspense, useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemId } from '../../meeting/ids.ts';
import type { Edition, MeetingFile } from '../../meeting/meeting.ts';
import { withdrawn } from '../../meeting/publications.ts';
import { headTime, longMoment } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { MeetingStanding } from '../item/MeetingStanding.tsx';
import { lazyPart } from '../kit/lazyPart.ts';
import { printRoute } from '../kit/route.ts';
import { AttendanceParts } from '../minutesLines/AttendanceParts.tsx';
import { MinutesLines } from '../minutesLines/MinutesLines.tsx';

const SealLine = lazyPart(() => import('../approval/SealLine.tsx'));
const SaveAs = lazyPart(() => import('../saveAs/SaveAs.tsx'));

/** Paper is white in every theme. */
const onPaper = {
  '--colorNeutralForeground1': '#000',
  '--colorNeutralForeground2': '#333',
  '--colorNeutralStroke1': '#999',
  '--colorNeutralStroke2': '#ccc',
  '--colorPaletteBerryBackground1': '#fff',
  '--colorPaletteBerryForeground1': '#000',
  '--colorPaletteBerryBorderActive': '#000',
  color: '#000',
  backgroundColor: '#fff',
} as const;

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    maxWidth: '44rem',
    marginInline: 'auto',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXXL}`,
    '@media print': { padding: 0, maxWidth: 'none', fontSize: '11pt', ...onPaper },
  },
  head: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    paddingBottom: tokens.spacingVerticalM,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  },
  kind: { ...typographyStyles.caption1Strong, margin: 0, color: tokens.colorNeutralForeground2 },
  title: { ...typographyStyles.title3, margin: 0, overflowWrap: 'anywhere' },
  words: { margin: 0, fontVariantNumeric: 'tabular-nums' },
  foot: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  empty: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start', padding: tokens.spacingHorizontalL, maxWidth: '36rem' },
  emptyTitle: { ...typographyStyles.subtitle1, margin: 0 },
});

/** The published minutes as a page of paper, as they were published. What a reader may not see was never sent to them. */
export default function MinutesScreen({ file, approval, first = null, publishes = false }: MinutesScreenProps) {
  const gone = withdrawn(file.publications);
  return file.minutes === null || (gone !== null && file.minutes.version <= gone.version) ? (
    <NotYet file={file} approval={approval} />
  ) : (
    <Published edition={file.minutes} file={file} approval={approval} first={first} publishes={publishes} />
  );
}

interface MinutesScreenProps {
  readonly file: MeetingFile;
  /** How the approval stands, for those it concerns. */
  readonly approval: ReactNode;
  /** The item to show first. */
  readonly first?: ItemId | null;
  /** Is this somebody who publishes? */
  readonly publishes?: boolean;
}

function NotYet({ file, approval }: MinutesScreenProps) {
  const styles = useStyles();
  const language = useLanguage();
  const gone = withdrawn(file.publications);
  const { t } = useTranslation('minutes');
  return (
    <section className={styles.empty}>
      <h1 className={styles.emptyTitle}>{t(gone === null ? 'notYet' : 'withdrawn')}</h1>
      <MeetingStanding occasion={file.occasion} />
      <p className={styles.words}>
        {gone === null
          ? t('notYetWhat', { channel: file.board.channelName })
          : t('withdrawnWho', { by: gone.by, when: longMoment(gone.at, language) })}
      </p>
      <Link href={printRoute({ page: 'agenda', pointer: file.pointer })}>{t('toAgenda')}</Link>
      {approval}
    </section>
  );
}

function Published({ edition, file, approval, first = null, publishes = false }: MinutesScreenProps & { edition: Edition }) {
  const styles = useStyles();
  const { t } = useTranslation('minutes');
  const language = useLanguage();
  const { head, publishedAt, version } = edition;
  const published = longMoment(publishedAt, language);
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    if (first === null) return;
    const line = [...(page.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])].find(({ dataset }) => dataset['item'] === first);
    line?.scrollIntoView({ block: 'start' });
    line?.focus({ preventScroll: true });
  }, [first]);
  return (
    <article ref={page} className={styles.page}>
      <header className={styles.head}>
        <p className={styles.kind}>{head.body === null ? t('title') : `${head.body} · ${t('title')}`}</p>
        <h1 className={styles.title}>{head.title}</h1>
        <p className={styles.words}>{headTime(head, language)}</p>
        {head.location && <p className={styles.words}>{`${t('place')}: ${head.location}`}</p>}
        {head.chair && <p className={styles.words}>{`${t('chair')}: ${head.chair}`}</p>}
      </header>
      {/* In the order of the printed page: after a roll call people stand first, else the apologies at the foot. */}
      {edition.attendance !== undefined && <AttendanceParts edition={edition} />}
      <MinutesLines edition={edition} />
      <footer className={styles.foot}>
        {edition.attendance === undefined && <AttendanceParts edition={edition} />}
        <p className={styles.quiet}>
          {[published === '' ? null : t('publishedAt', { when: published }), version > 1 ? t('version', { version }) : null]
            .filter((words) => words !== null)
            .join(' · ')}
        </p>
        <Suspense fallback={null}>
          <SealLine file={file} />
        </Suspense>
        {approval}
        <Suspense fallback={null}>
          <div>
            <SaveAs file={file} what="minutes" publishes={publishes} />
          </div>
        </Suspense>
      </footer>
    </article>
  );
}
