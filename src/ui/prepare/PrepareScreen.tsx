import { Button, makeStyles, ProgressBar, tokens, typographyStyles } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../commands/commands.ts';
import { isFailure } from '../../meeting/errors.ts';
import type { Board } from '../../meeting/meeting.ts';
import { keys } from '../queries/keys.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useAnnounce } from '../kit/LiveRegion.tsx';
import { useAction } from '../kit/useAction.ts';
import { CopyText } from '../kit/states/CopyText.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { Queried } from '../kit/states/Queried.tsx';
import { ClosedChannelChoice } from './ClosedChannelChoice.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start', padding: tokens.spacingHorizontalL, maxWidth: '36rem' },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  words: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, display: 'grid', gap: tokens.spacingVerticalXS },
  progress: { display: 'grid', gap: tokens.spacingVerticalS, width: '100%' },
});

export interface PrepareScreenProps {
  readonly teamId: string;
  readonly name: string;
  readonly onReady: (board: Board) => void;
}

/** "Gør stedet klar": says what will happen, does it step by step, and may be done again where it stopped. */
export default function PrepareScreen({ teamId, name, onReady }: PrepareScreenProps) {
  const commands = useCommands();
  const state = useQuery({ queryKey: keys.boardState(teamId), queryFn: () => commands.board.boardState(teamId) });
  return (
    <Queried query={state}>
      {(found) => (
        <Preparing
          teamId={teamId}
          name={name}
          isUpdate={found.kind === 'notPrepared' && found.earlier !== null}
          onReady={onReady}
          onLookAgain={() => state.refetch()}
        />
      )}
    </Queried>
  );
}

interface PreparingProps extends PrepareScreenProps {
  /** An earlier version prepared the site: what is there is brought up. */
  readonly isUpdate: boolean;
  readonly onLookAgain: () => void;
}

function Preparing({ teamId, name, isUpdate, onReady, onLookAgain }: PreparingProps) {
  const styles = useStyles();
  const { t } = useTranslation(['prepare', 'refusals']);
  const commands = useCommands();
  const client = useQueryClient();
  const announce = useAnnounce();
  const titleId = useId();
  const [step, setStep] = useState<Step | null>(null);
  const rooms = useQuery({ queryKey: keys.closedChoices(teamId), queryFn: () => commands.board.closedChoices(teamId) });
  const [picked, setPicked] = useState<string | null | undefined>(undefined);
  const [missing, setMissing] = useState(false);
  // The only one there is is proposed; among several nothing is guessed by name.
  const chosen = picked === undefined && rooms.data?.length === 1 ? rooms.data[0]?.channelId : picked;
  const mustChoose = (rooms.data?.length ?? 0) > 1 && !rooms.data?.some(({ bound }) => bound) && chosen === undefined;
  const preparing = useAction(async () => {
    setStep(null);
    announce(t('working'));
    const board = await commands.board.prepareBoard(teamId, setStep, chosen);
    client.setQueryData(keys.boardState(teamId), { kind: 'ready', board });
    void client.invalidateQueries({ queryKey: keys.closedChoices(teamId) });
    announce(t('ready', { name }));
    onReady(board);
  });

  if (isFailure(preparing.error, 'NotAllowed')) {
    return (
      <section className={styles.page} aria-labelledby={titleId}>
        <h2 id={titleId} className={styles.title}>
          {t(isUpdate ? 'update.notAllowed.title' : 'notAllowed.title', { name })}
        </h2>
        <p className={styles.quiet}>{t(isUpdate ? 'update.notAllowed.what' : 'notAllowed.what')}</p>
        <CopyText label={t('refusals:messageTo')} text={t(isUpdate ? 'update.notAllowed.message' : 'notAllowed.message', { name })} />
        <Button
          appearance="primary"
          onClick={() => {
            preparing.dismiss();
            onLookAgain();
          }}
        >
          {t('notAllowed.check')}
        </Button>
      </section>
    );
  }

  return (
    <section className={styles.page} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.title}>
        {t(isUpdate ? 'update.title' : 'title', { name })}
      </h2>
      <p className={styles.words}>{t(isUpdate ? 'update.why' : 'why')}</p>
      <ul className={styles.list} aria-label={t('happens')}>
        {(isUpdate ? (['update.rows', 'update.columns', 'update.panes'] as const) : (['lists', 'closed', 'safe'] as const)).map((word) => (
          <li key={word}>{t(word)}</li>
        ))}
      </ul>
      {rooms.data && !preparing.busy && (
        <ClosedChannelChoice
          choices={rooms.data}
          chosen={chosen}
          missing={missing && mustChoose}
          onChoose={(channelId) => {
            setPicked(channelId);
            setMissing(false);
          }}
        />
      )}
      {preparing.error !== null && (
        <FailureState error={preparing.error} size="inline">
          <span className={styles.quiet}>{t('stopped')}</span>
        </FailureState>
      )}
      {preparing.busy ? (
        <Progress step={step} />
      ) : (
        <Button appearance="primary" onClick={() => (mustChoose ? setMissing(true) : void preparing.run())}>
          {preparing.error !== null ? t('again') : t('action')}
        </Button>
      )}
    </section>
  );
}

function Progress({ step }: { step: Step | null }) {
  const styles = useStyles();
  const { t } = useTranslation('prepare');
  const value = step && step.of > 0 ? step.done / step.of : undefined;
  return (
    <div className={styles.progress}>
      <ProgressBar aria-label={t('working')} {...(value === undefined ? {} : { value })} />
      <p className={styles.words} role="status">
        {step ? t('step', { done: Math.min(step.done + 1, step.of), of: step.of }) : t('working')}
      </p>
      <p className={styles.quiet}>{t('still')}</p>
    </div>
  );
}
