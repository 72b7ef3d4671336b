import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Slot } from '../../meeting/timing.ts';
import { clock, clockSpan } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useHiddenStyles } from '../kit/hidden.ts';

const useStyles = makeStyles({
  time: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  computed: { color: tokens.colorNeutralForeground3 },
});

/** The clock time of a line: printed short, read out in full. A computed time is set a little fainter, and says so when pointed at. */
export function ItemTime({ slot }: { slot: Slot }) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const { t } = useTranslation('agenda');
  const language = useLanguage();
  if (slot.start === null) return null;
  const spoken = slot.end
    ? t('timeSpoken', { start: clock(slot.start, language), end: clock(slot.end, language) })
    : t('timeSpokenStart', { start: clock(slot.start, language) });
  return (
    <span className={slot.derived ? styles.computed : undefined} title={slot.derived ? t('computed') : undefined}>
      <span aria-hidden className={styles.time}>
        {clockSpan(slot.start, slot.end, language)}
      </span>
      <span className={hidden.hidden}>{spoken}</span>
    </span>
  );
}
