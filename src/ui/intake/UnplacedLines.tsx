import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useRef, type Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import type { Intake } from '../../commands/commands.ts';
import type { Edit } from './editing.ts';
import { newItemId } from './newItemId.ts';

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalS, minWidth: 0 },
  title: {
    ...typographyStyles.body1Strong,
    margin: 0,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  line: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartWidth: tokens.strokeWidthThicker,
    borderInlineStartStyle: 'dotted',
    borderInlineStartColor: tokens.colorNeutralStrokeAccessible,
  },
  text: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

const WAYS = [
  ['item', 'asItem'],
  ['text', 'asText'],
  ['nothing', 'leave'],
] as const;

/** The lines of the paper that found no place: nothing is dropped without being shown. */
export function UnplacedLines({ unplaced, dispatch }: { unplaced: Intake['unplaced']; dispatch: Dispatch<Edit> }) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const place = (line: number, as: 'item' | 'text' | 'nothing') => {
    dispatch({ kind: 'place', line, as, newId: newItemId() });
    // The button that was pressed goes away with its line.
    title.current?.focus();
  };
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <h2 id={titleId} ref={title} tabIndex={-1} className={styles.title}>
        {t('unplaced.title', { count: unplaced.length })}
      </h2>
      <p className={styles.note}>
        {t('unplaced.note')}{' '}
        {unplaced.length > 1 && (
          <Link as="button" inline onClick={() => dispatch({ kind: 'leaveUnplaced' })}>
            {t('unplaced.all')}
          </Link>
        )}
      </p>
      <ul className={styles.list}>
        {unplaced.map(({ line, text }) => (
          <li key={line} className={styles.line}>
            <p className={styles.text}>{text.trim()}</p>
            <div className={styles.actions}>
              {WAYS.map(([as, words]) => (
                <Button
                  key={as}
                  size="small"
                  appearance="subtle"
                  aria-label={t('unplaced.of', { action: t(`unplaced.${words}`), text: text.trim() })}
                  onClick={() => place(line, as)}
                >
                  {t(`unplaced.${words}`)}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
