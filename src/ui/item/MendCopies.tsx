import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemCopies } from '../../commands/commands.ts';
import { copiesToTell, type Copy } from '../../meeting/copies.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction } from '../kit/useAction.ts';
import { useRefreshFile } from '../queries/useMeetingFile.ts';
import { CopyList } from './CopyList.tsx';

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM, width: '100%' },
  done: {
    ...typographyStyles.body1Strong,
    margin: 0,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  state: { ...typographyStyles.caption1Strong, margin: 0, display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

interface MendCopiesProps {
  /** The meeting as it is now that the item is closed, or open. */
  readonly file: MeetingFile;
  readonly itemId: ItemId;
  readonly way: 'closing' | 'opening';
  readonly found: ItemCopies;
  readonly onDone: () => void;
}

/** The item is closed, or open again: what a person can still mend elsewhere, and what nobody can. */
export function MendCopies({ file, itemId, way, found, onDone }: MendCopiesProps) {
  const styles = useStyles();
  const { t } = useTranslation('copies');
  const told = copiesToTell(found.copies).filter(({ place }) => place !== 'children');
  const outcome = useRef<HTMLParagraphElement>(null);
  // The form that had the focus is gone: what came of it takes it, and is read out with it.
  useEffect(() => outcome.current?.focus(), []);
  const common = { file, way, organizer: found.event !== null };
  return (
    <div className={styles.part}>
      <p ref={outcome} className={styles.done} tabIndex={-1}>
        <CheckmarkCircleRegular aria-hidden />
        {t(way === 'closing' ? 'closed' : 'opened')}
      </p>
      <CopyList
        {...common}
        heading={t('mend')}
        copies={told.filter(({ remedy }) => remedy === 'offered')}
        action={(copy) => <Mend file={file} itemId={itemId} copy={copy} event={found.event} />}
      />
      <CopyList {...common} heading={t('stays')} copies={told.filter(({ remedy }) => remedy === 'told')} />
      <div>
        <Button appearance="primary" onClick={onDone}>
          {t('finish')}
        </Button>
      </div>
    </div>
  );
}

function Mend({ file, itemId, copy, event }: { file: MeetingFile; itemId: ItemId; copy: Copy; event: CalendarEvent | null }): ReactNode {
  if (copy.place === 'invitation') return event && <UpdateInvitation file={file} event={event} />;
  if (copy.place === 'minutes') return <CorrectMinutes file={file} itemId={itemId} />;
  if (copy.place === 'channelFiles') return <TakeFiles file={file} reference={copy.reference} />;
  if (copy.place === 'notice') return <OpenMessage reference={copy.reference} />;
  return copy.place === 'channel' ? <TellChannel file={file} reference={copy.reference} /> : null;
}

function UpdateInvitation({ file, event }: { file: MeetingFile; event: CalendarEvent }) {
  const { t } = useTranslation('copies');
  const { agenda } = useCommands();
  const count = event.invitees.filter(({ email }) => email !== event.organizer?.email).length;
  const update = async () => ((await agenda.updateInvitation(file, event)) ? t('act.inForm') : t('done'));
  return <Act words={t('act.update', { count })} file={file} perform={update} />;
}

function CorrectMinutes({ file, itemId }: { file: MeetingFile; itemId: ItemId }) {
  const { t } = useTranslation('copies');
  const { publish } = useCommands();
  const correct = async () => {
    await publish.closeInMinutes(file, itemId);
    return t('done');
  };
  return <Act words={t('act.correct')} file={file} perform={correct} />;
}

function TakeFiles({ file, reference }: { file: MeetingFile; reference: string | null }) {
  const { t } = useTranslation('copies');
  const { exports, host } = useCommands();
  const take = async () => t((await exports.takeFromChannel(file)).length === 0 ? 'act.filesTaken' : 'act.filesUnsure');
  return (
    <>
      <Act words={t('act.takeFiles')} file={file} perform={take} />
      {reference !== null && (
        <div>
          <Button size="small" appearance="subtle" onClick={() => host.openLink(reference)}>
            {t('act.openFile')}
          </Button>
        </div>
      )}
    </>
  );
}

/** One thing that is mended at a press, and then is: `perform` tells how it stands then. */
function Act({ words, file, perform }: { words: string; file: MeetingFile; perform: () => Promise<string> }) {
  const styles = useStyles();
  const { t } = useTranslation('copies');
  const refresh = useRefreshFile();
  const [done, setDone] = useState<string | null>(null);
  const act = useAction(
    async () => {
      setDone(await perform());
      // What is read anew is shown when it comes: the thing itself is done.
      void refresh(file.pointer);
    },
    { onSent: () => setDone(t('done')) },
  );
  if (done !== null || act.kept)
    return (
      <p className={styles.state} role="status">
        {done !== null && <CheckmarkCircleRegular aria-hidden />}
        {done ?? t('waits')}
      </p>
    );
  return (
    <>
      {act.error !== null && <FailureState error={act.error} size="inline" onRetry={act.retry} />}
      <div className={styles.actions}>
        <Button size="small" disabledFocusable={act.busy} onClick={() => void act.run()}>
          {words}
        </Button>
      </div>
    </>
  );
}

function TellChannel({ file, reference }: { file: MeetingFile; reference: string | null }) {
  const styles = useStyles();
  const { t } = useTranslation('copies');
  const { publish } = useCommands();
  const [posted, setPosted] = useState<boolean | null>(null);
  const tell = useAction(async () => setPosted(await publish.tellOfClosing(file)));
  return (
    <>
      {tell.error !== null && <FailureState error={tell.error} size="inline" />}
      <div className={styles.actions}>
        <OpenMessage reference={reference} />
        {posted === null ? (
          <Button size="small" disabledFocusable={tell.busy} onClick={() => void tell.run()}>
            {t('act.tell')}
          </Button>
        ) : (
          <p className={styles.state} role="status">
            {t(posted ? 'act.told' : 'act.toldUnsure')}
          </p>
        )}
      </div>
    </>
  );
}

/** Whoever sent a message can change it in Teams, and nobody else. */
function OpenMessage({ reference }: { reference: string | null }) {
  const { t } = useTranslation('copies');
  const { host } = useCommands();
  if (reference === null) return null;
  return (
    <Button size="small" onClick={() => host.openLink(reference)}>
      {t('act.openMessage')}
    </Button>
  );
}
