import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { writersAt } from '../../meeting/writers.ts';
import { useWriters } from './useWriters.ts';
import { useTakenAway } from './useTakenAway.ts';

const useStyles = makeStyles({ words: { margin: 0, color: tokens.colorNeutralForeground2 } });

/** Over the form of an item: that somebody else is writing in it too, or has taken it away. */
export function AlsoWriting({ pointer, itemId }: { pointer: MeetingPointer; itemId: ItemId }) {
  const styles = useStyles();
  const { t } = useTranslation('sendout');
  const here = writersAt(useWriters(pointer), itemId);
  if (useTakenAway(pointer)) {
    return (
      <MessageBar intent="warning" layout="multiline" role="alert">
        <MessageBarBody>{t('live.lost')}</MessageBarBody>
      </MessageBar>
    );
  }
  if (here.length === 0) return null;
  return (
    <p className={styles.words} role="status">
      {t('live.alsoHere', { count: here.length, names: here.map(({ name }) => name).join(', ') })}
    </p>
  );
}
