import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { castingOf } from '../../meeting/castingVote.ts';
import { saysSomething } from '../../meeting/decisions.ts';
import { toldBy } from '../../meeting/edition.ts';
import { saysOnlyClosed } from '../../meeting/shownTitle.ts';
import type { Edition, EditionLine, MinutesLine, PrintedFollowUp } from '../../meeting/meeting.ts';
import { tallyOf, type Votes } from '../../meeting/votes.ts';
import { VOTE_SIDES } from '../../meeting/words.ts';
import { longDay } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { ClosedMark } from '../item/ClosedMark.tsx';
import { Prose } from '../prose/Prose.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)' },
  line: {
    display: 'grid',
    gridTemplateColumns: '2.75rem minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS}`,
    breakInside: 'avoid',
  },
  sub: { paddingInlineStart: tokens.spacingHorizontalXXL },
  closed: {
    backgroundColor: tokens.colorPaletteBerryBackground1,
    boxShadow: `inset 3px 0 0 ${tokens.colorPaletteBerryBorderActive}`,
    // Tints and shadows are not drawn with forced colours.
    '@media (forced-colors: active)': { borderInlineStartWidth: '3px', borderInlineStartStyle: 'solid', borderInlineStartColor: 'CanvasText' },
  },
  number: { ...typographyStyles.body1Strong, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  what: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
  title: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)' },
  label: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  decision: {
    borderInlineStartWidth: tokens.strokeWidthThick,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    paddingInlineStart: tokens.spacingHorizontalM,
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
  words: { margin: 0 },
  todo: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  aside: { color: tokens.colorNeutralForeground2 },
});

/** The minutes item by item, each with its decision under its recommendation, as people know it from print. */
export function MinutesLines({ edition }: { edition: Edition }) {
  const styles = useStyles();
  const { t } = useTranslation('minutes');
  return (
    <ol className={styles.list} aria-label={t('items')}>
      {edition.lines.map((line) => (
        <li
          key={line.itemId}
          data-item={line.itemId}
          tabIndex={-1}
          className={mergeClasses(styles.line, line.depth > 0 && styles.sub, line.openness === 'closed' && styles.closed)}
        >
          <span className={styles.number}>{line.number}</span>
          <Line line={line} edition={edition} />
        </li>
      ))}
    </ol>
  );
}

function Line({ line, edition }: { line: EditionLine; edition: Edition }) {
  const styles = useStyles();
  const { t } = useTranslation(['minutes', 'common']);
  const closed = line.openness === 'closed';
  const who = t(edition.audience === 'circle' ? 'minutes:closedCircle' : 'minutes:closedOthers');
  // Without a title of its own the mark is the title: "Lukket punkt" stands there once.
  const unnamed = closed && (line.title.trim() === '' || saysOnlyClosed(line.title));
  return (
    <div className={styles.what}>
      <h2 className={styles.title}>{unnamed ? <ClosedMark who={null} /> : line.title}</h2>
      {unnamed && <p className={styles.label}>{who}</p>}
      {closed && !unnamed && <ClosedMark who={who} />}
      {line.recommendations.map(({ heading, text }, place) => (
        <div key={place} className={styles.part}>
          <h3 className={styles.label}>{heading ?? t('minutes:recommendation')}</h3>
          <Prose text={text} />
        </div>
      ))}
      {line.recused !== undefined && line.recused.length > 0 && (
        <p className={styles.words}>{t('minutes:recused', { names: line.recused.join(', ') })}</p>
      )}
      <Decision line={line} silent={toldBy(edition, line) !== 'nothing'} />
      {line.votes !== undefined && <VoteLines votes={line.votes} />}
      {line.dissent !== undefined && (
        <div className={styles.part}>
          <h3 className={styles.label}>{t('minutes:dissent')}</h3>
          <Prose text={line.dissent} />
        </div>
      )}
      {line.followUps !== undefined && line.followUps.length > 0 && <FollowUpLines followUps={line.followUps} />}
    </div>
  );
}

/** What is to be done, with who and by when. */
function FollowUpLines({ followUps }: { followUps: readonly PrintedFollowUp[] }) {
  const styles = useStyles();
  const { t } = useTranslation('minutes');
  const language = useLanguage();
  return (
    <div className={styles.part}>
      <h3 className={styles.label}>{t('followUps')}</h3>
      <ul className={styles.todo}>
        {followUps.map(({ what, owner, due }, place) => (
          <li key={place}>
            {what}
            {[owner === null ? '' : t('followUpOwner', { name: owner }), due === null ? '' : t('followUpDue', { day: longDay(due, language) })]
              .filter((words) => words !== '')
              .map((words) => (
                <span key={words} className={styles.aside}>
                  {` · ${words}`}
                </span>
              ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** @param silent nothing is said where nothing was decided: the items under or above it tell, or it is not for this reader */
function Decision({ line, silent }: { line: MinutesLine; silent: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation('minutes');
  if (line.notTreated) return <p className={styles.quiet}>{t('notTreated')}</p>;
  const all = [line, ...(line.further ?? [])].filter(saysSomething);
  if (all.length === 0) return silent ? null : <p className={styles.quiet}>{t('noDecision')}</p>;
  return (
    <div className={mergeClasses(styles.part, styles.decision)}>
      <h3 className={styles.label}>{t('decision')}</h3>
      {all.map(({ decision, outcome }, place) =>
        decision.trim() === '' && outcome !== null ? (
          <p key={place} className={styles.words}>{`${t(`outcome.${outcome}`)}.`}</p>
        ) : (
          <Prose key={place} text={decision} />
        ),
      )}
    </div>
  );
}

/** How the vote went, a line a side. */
function VoteLines({ votes }: { votes: Votes }) {
  const styles = useStyles();
  const { t } = useTranslation('minutes');
  const counts = tallyOf(votes);
  const casting = castingOf(votes);
  return (
    <div className={styles.part}>
      <h3 className={styles.label}>{t('vote.title')}</h3>
      {VOTE_SIDES.filter((side) => votes[side].trim() !== '').map((side) => (
        <p key={side} className={styles.words}>
          {t(`vote.${side}`, { total: counts[side], who: votes[side].trim() })}
        </p>
      ))}
      {casting !== null && <p className={styles.words}>{t(`vote.casting.${casting}`)}</p>}
    </div>
  );
}
