import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isClosed } from '../../meeting/agenda.ts';
import { copiesToTell } from '../../meeting/copies.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { keys } from '../queries/keys.ts';
import { useReplaceFile } from '../queries/useMeetingFile.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useNotice } from '../kit/Notices.tsx';
import { useAction } from '../kit/useAction.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { CopyList } from './CopyList.tsx';
import { MendCopies } from './MendCopies.tsx';
import { useItemCopies } from './useItemCopies.ts';
import { useMending } from './useMending.ts';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    justifyItems: 'start',
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorPaletteBerryBackground1,
    borderRadius: tokens.borderRadiusMedium,
  },
  words: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  field: { width: '100%' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface CloseItemProps {
  readonly file: MeetingFile;
  readonly itemId: ItemId;
  readonly onDone: () => void;
}

/**
 * Makes an item closed. It cannot be taken back from those who saw it, so the form says beforehand where else it stands and who has had it, and
 * afterwards what can still be mended.
 */
export default function CloseItem({ file, itemId, onDone }: CloseItemProps) {
  const styles = useStyles();
  const { t } = useTranslation('agenda');
  const commands = useCommands();
  const replace = useReplaceFile();
  const tell = useNotice();
  const item = file.agenda.items.find(({ id }) => id === itemId);
  const [neutral, setNeutral] = useState(item?.neutralTitle ?? '');
  const mending = useMending(file, itemId, 'closing');
  const copies = useItemCopies(file, itemId);
  const close = useAction(
    async () => {
      const now = await commands.agenda.closeItem(file, itemId, neutral.trim() || null);
      // What left while the form was open, or until the item was closed, is told as well. Whoever closes it knows what was found before, should it not be known now.
      const found = await commands.agenda
        .copiesOfItem({ ...file, minutes: now.minutes, publications: now.publications }, itemId)
        .catch(() => copies.data);
      mending.begin(found ?? { copies: [], event: null });
      replace(now);
    },
    {
      // Until it is sent the item is as open as before, and the words say so.
      onKept: () => {
        tell({ text: t('closing.queued') });
        onDone();
      },
    },
  );
  const onSubmit = (submit: FormEvent) => {
    submit.preventDefault();
    void close.run();
  };
  if (mending.found && item && isClosed(file.agenda.items, item)) {
    const finish = () => {
      mending.end();
      onDone();
    };
    return (
      <section className={styles.form} aria-label={t('closing.open')}>
        <MendCopies file={file} itemId={itemId} way="closing" found={mending.found} onDone={finish} />
      </section>
    );
  }
  return (
    <form className={styles.form} onSubmit={onSubmit} aria-label={t('closing.open')}>
      <p className={styles.words}>{t('closing.words')}</p>
      <Field className={styles.field} label={t('closing.neutral')} hint={t('closing.neutralHint')}>
        {/* The person asked for this form: its only field is where they go on. */}
        {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
        <Input autoFocus value={neutral} onChange={(_, { value }) => setNeutral(value)} />
      </Field>
      <PlaceWords file={file} />
      <CopiesBefore file={file} copies={copies} />
      {close.error !== null && <FailureState error={close.error} size="inline" onRetry={close.retry} />}
      <div className={styles.actions}>
        {/* What is known of its copies is told before it is closed: afterwards they are looked for as those of a closed item. */}
        <Button
          type="submit"
          appearance="primary"
          icon={<LockClosedRegular />}
          disabledFocusable={close.busy || (copies.data === undefined && !copies.error)}
        >
          {close.busy ? t('closing.busy') : t('closing.confirm')}
        </Button>
        <Button
          onClick={() => {
            close.dismiss();
            onDone();
          }}
        >
          {t('closing.cancel')}
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
  const { name, members } = place.data;
  return (
    <p className={styles.words} role="status">
      {members ? t('closing.place', { place: name, members: members.join(', ') }) : t('closing.placeOnly', { place: name })}
    </p>
  );
}

/** Where else the item stands and who has had it, before it is closed. */
function CopiesBefore({ file, copies }: { file: MeetingFile; copies: ReturnType<typeof useItemCopies> }) {
  const styles = useStyles();
  const { t } = useTranslation('copies');
  if (copies.data) {
    const { copies: found, event } = copies.data;
    return <CopyList heading={t('before')} copies={copiesToTell(found)} file={file} way="closing" organizer={event !== null} />;
  }
  if (copies.error) {
    return (
      <>
        <p className={styles.words}>{t('unknown')}</p>
        <FailureState error={copies.error} size="inline" onRetry={() => void copies.refetch()} />
      </>
    );
  }
  return (
    <p className={styles.quiet} role="status">
      {t('looking')}
    </p>
  );
}
