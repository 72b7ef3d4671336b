import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { initialsOf, writersAt, type Writer } from '../../meeting/writers.ts';
import { useWriters } from './useWriters.ts';

const useStyles = makeStyles({
  marks: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, '@media print': { display: 'none' } },
  mark: {
    ...typographyStyles.caption1Strong,
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    paddingInline: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
  },
  pen: { width: '8px', height: '8px', borderRadius: tokens.borderRadiusCircular, backgroundColor: tokens.colorBrandStroke1 },
  heard: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

/** Who else is writing at an item: initials to see, the whole name to hear and to point at. */
export default function WriterMarks({ pointer, itemId }: { pointer: MeetingPointer; itemId: ItemId }) {
  const here = writersAt(useWriters(pointer), itemId);
  return here.length > 0 ? <Marks writers={here} /> : null;
}

function Marks({ writers }: { writers: readonly Writer[] }) {
  const styles = useStyles();
  const { t } = useTranslation('sendout');
  return (
    <span className={styles.marks}>
      {writers.map((writer) => (
        <span key={writer.id ?? writer.name} className={styles.mark} title={t('live.writes', { name: writer.name })}>
          <span className={styles.pen} aria-hidden />
          <span aria-hidden>{initialsOf(writer.name)}</span>
          <span className={styles.heard}>{t('live.writes', { name: writer.name })}</span>
        </span>
      ))}
    </span>
  );
}
