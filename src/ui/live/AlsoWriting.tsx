import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { writersAt } from '../../meeting/writers.ts';
import { useWriters } from '../queries/useWriters.ts';

const useStyles = makeStyles({ words: { margin: 0, color: tokens.colorNeutralForeground2 } });

/** Over the form of an item that somebody else is writing in too. */
export function AlsoWriting({ pointer, itemId }: { pointer: MeetingPointer; itemId: ItemId }) {
  const styles = useStyles();
  const { t } = useTranslation('live');
  const here = writersAt(useWriters(pointer), itemId);
  if (here.length === 0) return null;
  return (
    <p className={styles.words} role="status">
      {t('alsoHere', { count: here.length, names: here.map(({ name }) => name).join(', ') })}
    </p>
  );
}
