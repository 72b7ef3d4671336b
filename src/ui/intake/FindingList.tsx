import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agenda } from '../../meeting/agenda.ts';
import type { Finding } from '../../meeting/finding.ts';
import { scheduleOf } from '../../meeting/timing.ts';
import type { ItemId } from '../../meeting/ids.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { findingSentence } from '../agendaEditor/findingWords.ts';

const useStyles = makeStyles({
  none: {
    ...typographyStyles.caption1,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    color: tokens.colorNeutralForeground2,
  },
  details: { paddingBlock: tokens.spacingVerticalXXS },
  summary: { ...typographyStyles.body1Strong, cursor: 'pointer', minHeight: '24px', width: 'fit-content' },
  list: { margin: `${tokens.spacingVerticalS} 0 0`, paddingInlineStart: tokens.spacingHorizontalL, display: 'grid', gap: tokens.spacingVerticalXS },
});

/** The contradictions as a count with a list; each one leads to its line, where it is mended. */
export const FindingList = memo(function FindingList({
  findings,
  agenda,
  onGoTo,
}: {
  findings: readonly Finding[];
  agenda: Agenda;
  onGoTo: (itemId: ItemId) => void;
}) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const language = useLanguage();
  if (findings.length === 0) {
    return (
      <p className={styles.none}>
        <CheckmarkRegular aria-hidden />
        {t(`findings.${toldTimes(agenda)}`)}
      </p>
    );
  }
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>{t('findings.title', { count: findings.length })}</summary>
      <ul className={styles.list}>
        {findings.map((finding, place) => {
          const { itemId } = finding;
          const item = agenda.items.find((other) => other.id === itemId);
          const name = item && [item.number, item.title].filter((part) => part !== null && part !== '').join(' ');
          const words = `${name ? `${name}: ` : ''}${findingSentence(finding, language, t)}`;
          return (
            <li key={`${finding.code}${itemId ?? ''}${place}`}>
              {itemId === null ? (
                words
              ) : (
                <Link as="button" inline onClick={() => onGoTo(itemId)}>
                  {words}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
});

/** What may be said of an agenda without findings: only what has a time can fit. */
function toldTimes(agenda: Agenda): 'none' | 'someTimes' | 'noTimes' {
  const slots = scheduleOf(agenda);
  const top = agenda.items.filter(({ parentId }) => parentId === null).map(({ id }) => slots.get(id));
  if (top.every((slot) => slot?.start && slot.end)) return 'none';
  return top.some((slot) => slot?.end) ? 'someTimes' : 'noTimes';
}
