import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { keys } from '../queries/keys.ts';
import { useReplaceFile } from '../queries/useMeetingFile.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useNotice } from '../kit/Notices.tsx';
import { useAction } from '../kit/useAction.ts';
import { FailureState } from '../kit/states/FailureState.tsx';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    justifyItems: 'start',
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorPaletteBerryBackground1,
    borderRadius: tokens.borderRadiusMedium,
  },
  words: { margin: 0 },
  field: { width: '100%' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface CloseItemProps {
  readonly file: MeetingFile;
  readonly itemId: ItemId;
  readonly onDone: () => void;
}

/** Makes an item closed. It cannot be taken back from those who saw it, so the form says what will happen and is its own question. */
export default function CloseItem({ file, itemId, onDone }: CloseItemProps) {
  const styles = useStyles();
  const { t } = useTranslation(['agenda', 'common']);
  const commands = useCommands();
  const replace = useReplaceFile();
  const tell = useNotice();
  const [neutral, setNeutral] = useState('');
  const close = useAction(
    async () => {
      replace(await commands.agenda.closeItem(file, itemId, neutral.trim() || null));
      tell({ text: t('agenda:closing.done') });
      onDone();
    },
    {
      // Until it is sent the item is as open as before, and the words say so.
      onKept: () => {
        tell({ text: t('agenda:closing.queued') });
        onDone();
      },
    },
  );
  const onSubmit = (submit: FormEvent) => {
    submit.preventDefault();
    void close.run();
  };
  return (
    <form className={styles.form} onSubmit={onSubmit} aria-label={t('agenda:closing.open')}>
      <p className={styles.words}>{t('agenda:closing.words')}</p>
      <Field className={styles.field} label={t('agenda:closing.neutral')} hint={t('agenda:closing.neutralHint')}>
        {/* The person asked for this form: its only field is where they go on. */}
        {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
        <Input autoFocus value={neutral} onChange={(_, { value }) => setNeutral(value)} />
      </Field>
      <PlaceWords file={file} />
      {close.error !== null && <FailureState error={close.error} size="inline" onRetry={close.retry} />}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" icon={<LockClosedRegular />} disabledFocusable={close.busy}>
          {close.busy ? t('agenda:closing.busy') : t('agenda:closing.confirm')}
        </Button>
        <Button
          onClick={() => {
            close.dismiss();
            onDone();
          }}
        >
          {t('agenda:closing.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Where the words will go, and who can read them there. What cannot be told is asked about when it is stored. */
function PlaceWords({ file }: { file: MeetingFile }) {
  const styles = useStyles();
  const { t } = useTranslation('agenda');
  const commands = useCommands();
  const { siteId } = file.pointer;
  const place = useQuery({ queryKey: keys.closedPlace(siteId), queryFn: () => commands.board.closedPlace(siteId), retry: false });
  if (!place.data) return null;
  const { channelName, members } = place.data;
  return (
    <p className={styles.words} role="status">
      {members ? t('closing.place', { place: channelName, members: members.join(', ') }) : t('closing.placeOnly', { place: channelName })}
    </p>
  );
}
