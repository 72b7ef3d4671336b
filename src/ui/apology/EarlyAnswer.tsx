import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CalendarEvent } from '../../meeting/meeting.ts';
import { keys } from '../queries/keys.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { Queried } from '../kit/states/Queried.tsx';
import { MyAnswer } from './MyAnswer.tsx';

const useStyles = makeStyles({ words: { margin: 0, color: tokens.colorNeutralForeground2 } });

/** My answer to a meeting that has no agenda yet: the apology is kept for when it has one. */
export default function EarlyAnswer({ event }: { event: CalendarEvent }) {
  const styles = useStyles();
  const { t } = useTranslation('apologySheet');
  const commands = useCommands();
  const query = useQuery({ queryKey: keys.beforeAgenda(event), queryFn: () => commands.apology.beforeAgenda(event) });
  return (
    <Queried query={query}>
      {(file) => (file === null ? <p className={styles.words}>{t('earlyNowhere')}</p> : <MyAnswer file={file} event={event} />)}
    </Queried>
  );
}
