import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelPlace } from '../../host/host.ts';
import { keys } from '../queries/keys.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL, maxWidth: '36rem' },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  words: { margin: 0 },
});

export interface TabConfigScreenProps {
  /** May the host's own "Gem" be pressed? */
  readonly onReady: (valid: boolean) => void;
}

/**
 * What Teams shows when somebody adds the tab. "Gem" is Teams' own button, and nothing here keeps it from being pressed:
 * a site that is not prepared can be prepared from the tab.
 */
export default function TabConfigScreen({ onReady }: TabConfigScreenProps) {
  const styles = useStyles();
  const { t } = useTranslation('tabConfig');
  const { host } = useCommands();
  useEffect(() => onReady(true), [onReady]);
  return (
    <section className={styles.page}>
      <h1 className={styles.title}>{t('title')}</h1>
      {host.channel ? <ChannelWords channel={host.channel} /> : <MeetingWords />}
    </section>
  );
}

function MeetingWords() {
  const styles = useStyles();
  const { t } = useTranslation('tabConfig');
  return (
    <>
      <p className={styles.words}>{t('meeting')}</p>
      <p className={styles.words}>{t('save')}</p>
    </>
  );
}

function ChannelWords({ channel }: { channel: ChannelPlace }) {
  const styles = useStyles();
  const { t } = useTranslation('tabConfig');
  const commands = useCommands();
  const state = useQuery({ queryKey: keys.boardState(channel.teamId), queryFn: () => commands.board.boardState(channel.teamId) });
  const board = state.data?.kind === 'ready' ? state.data.board : null;
  return (
    <>
      <p className={styles.words}>{t('channel', { name: board?.name ?? channel.channelName })}</p>
      {state.error ? (
        <>
          <p className={styles.words}>{t('unknown')}</p>
          <FailureState error={state.error} size="inline" onRetry={() => void state.refetch()} />
        </>
      ) : (
        <p className={styles.words} role="status">
          {state.data ? t(board ? 'ready' : 'notReady') : ''}
        </p>
      )}
    </>
  );
}
