import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicationPreview } from '../../commands/commands.ts';
import { earlierApologies } from '../../meeting/attendance.ts';
import type { CalendarEvent, MeetingFile, Publication, PublicationTarget } from '../../meeting/meeting.ts';
import { editionDisclosures } from '../../meeting/disclosure.ts';
import type { ItemId } from '../../meeting/ids.ts';
import Disclosures from '../disclosures/Disclosures.tsx';
import { useCommands } from '../kit/CommandsContext.tsx';
import { LinkButton } from '../kit/LinkButton.tsx';
import { printRoute } from '../kit/route.ts';
import { useWide } from '../kit/useWide.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { Queried } from '../kit/states/Queried.tsx';
import { latestLog } from '../../meeting/publications.ts';
import { lazyPart } from '../kit/lazyPart.ts';
import { PublishQuestion } from './PublishQuestion.tsx';
import { UnpublishMinutes } from './UnpublishMinutes.tsx';
import { useAsking } from './useAsking.ts';
import { CorrectionList } from './CorrectionList.tsx';
import { Looks } from './Looks.tsx';
import { MentionOwners } from './MentionOwners.tsx';
import { MissingOutcomes } from './MissingOutcomes.tsx';
import { NobodyNoted } from './NobodyNoted.tsx';
import { TargetList } from './TargetList.tsx';
import { usePublishing, type PublishingState } from './usePublishing.ts';
import { UnsentTexts } from './UnsentTexts.tsx';
import { useUnsentTexts } from './useUnsentTexts.ts';

const ApprovalSection = lazyPart(() => import('../approval/ApprovalSection.tsx'));

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
  },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  columns: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXXL, alignItems: 'start' },
  wide: { gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 7fr)', gap: tokens.spacingHorizontalXXXL },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  words: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
});

export interface PublicationScreenProps {
  readonly file: MeetingFile;
  /** My copy of the event; null where I have none. */
  readonly event: CalendarEvent | null;
  readonly onPublished: (file: MeetingFile) => void;
}

/** One screen: left what goes where, right exactly how it will look. Publishing again sends only what is missing. */
export default function PublicationScreen({ file, event, onPublished }: PublicationScreenProps) {
  const styles = useStyles();
  // The words of refusals come with the screen's own: the list of targets tells why one was not reached.
  const { t } = useTranslation(['publication', 'refusals', 'sendout']);
  const commands = useCommands();
  const [mention, setMention] = useState(false);
  const preview = useQuery({
    queryKey: ['publicationPreview', file, mention],
    queryFn: () => commands.publish.previewPublication(file, mention),
    // A file with a newer log must not take the screen away from under what it has just told.
    placeholderData: keepPreviousData,
  });
  return (
    <section className={styles.page}>
      <h1 className={styles.title}>{t('title')}</h1>
      <Queried query={preview}>
        {(shown) => <Publishing file={file} event={event} preview={shown} mention={mention} onMention={setMention} onPublished={onPublished} />}
      </Queried>
    </section>
  );
}

interface PublishingProps extends PublicationScreenProps {
  readonly preview: PublicationPreview;
  /** The message is to tell those who have something to do. */
  readonly mention: boolean;
  readonly onMention: (wanted: boolean) => void;
}

function Publishing({ file, event, preview, mention, onMention, onPublished }: PublishingProps) {
  const styles = useStyles();
  const { t } = useTranslation('publication');
  const wide = useWide();
  const whereId = useId();
  const publishing = usePublishing(file, mention, onPublished);
  const unsent = useUnsentTexts(file);
  // Of a correction nothing has been sent yet: what the earlier edition's targets say is no word about it.
  const latest = latestLog(publishing.log.filter(({ version }) => version >= preview.version));
  const allDone = preview.targets.every((target) => latest.get(target)?.state === 'done');
  const question = useAsking(file, event);
  const publish = async (sure = false) => {
    if (!(await unsent.lookAgain())) return;
    // What was begun is ended without a question: everybody may have read part of it.
    if (sure || latest.size > 0 || !question.ask()) publishing.publish();
  };
  return (
    <div className={mergeClasses(styles.columns, wide && styles.wide)}>
      <section className={styles.part} aria-labelledby={whereId}>
        <h2 id={whereId} className={styles.heading}>
          {t('where')}
        </h2>
        <TargetList
          targets={preview.targets}
          latest={latest}
          board={file.board.name}
          channel={preview.channelName}
          arriving={publishing.arriving}
          onSettle={publishing.settle}
        />
        {preview.corrections !== null && <CorrectionList corrections={preview.corrections} version={preview.version} />}
        {!allDone && unsent.items.length > 0 && <UnsentTexts file={file} items={unsent.items} />}
        {!allDone && <Disclosures meeting={file.pointer} found={editionDisclosures(preview.outsiders)} placeOf={(id) => placeIn(preview, id)} />}
        {!allDone && <EarlierApologies file={file} />}
        {!allDone && <NobodyNoted file={file} edition={preview.members} />}
        {!allDone && <MentionOwners preview={preview} wanted={mention} onWanted={onMention} />}
        {preview.missing.length > 0 && <MissingOutcomes file={file} missing={preview.missing} />}
        {allDone ? (
          <Published file={file} event={event} />
        ) : (
          <Unpublished
            preview={preview}
            latest={latest}
            publishing={publishing}
            inTheWay={preview.missing.length > 0 || unsent.items.length > 0}
            onPublish={() => void publish()}
          />
        )}
        {question.asks.length > 0 && (
          <PublishQuestion asks={question.asks} onNo={question.drop} onYes={() => void publish(true).then(question.drop)} />
        )}
        <Suspense fallback={null}>
          <ApprovalSection file={file} event={event} />
        </Suspense>
      </section>
      <Looks preview={preview} />
    </div>
  );
}

/** The line an item is printed as to everybody. */
function placeIn({ outsiders }: PublicationPreview, itemId: ItemId): string | null {
  const line = outsiders.lines.find((each) => each.itemId === itemId);
  return line ? [line.number, line.title].filter(Boolean).join(' ') : null;
}

/** Apologies for another time of the meeting will stand in the minutes as they are: the secretary has been told. */
function EarlierApologies({ file }: { file: MeetingFile }) {
  const styles = useStyles();
  const { t } = useTranslation('publication');
  const names = earlierApologies(file).map(({ person }) => person.name);
  if (names.length === 0) return null;
  return (
    <p className={styles.words} role="note">
      {t('earlierApologies', { names: names.join(', ') })}
    </p>
  );
}

function Published({ file, event }: Pick<PublicationScreenProps, 'file' | 'event'>) {
  const styles = useStyles();
  const { t } = useTranslation('publication');
  return (
    <div className={styles.actions}>
      <p className={styles.words} role="status">
        {t('allDone')}
      </p>
      <LinkButton appearance="primary" href={printRoute({ page: 'minutes', pointer: file.pointer })}>
        {t('see')}
      </LinkButton>
      <UnpublishMinutes file={file} event={event} />
    </div>
  );
}

interface UnpublishedProps {
  readonly preview: PublicationPreview;
  readonly latest: ReadonlyMap<PublicationTarget, Publication>;
  readonly publishing: PublishingState;
  /** Something must be written or decided first. */
  readonly inTheWay: boolean;
  readonly onPublish: () => void;
}

/** What keeps it from being published, or the button that does it; nothing while it is under way or waits by itself. */
function Unpublished({ preview, latest, publishing, inTheWay, onPublish }: UnpublishedProps) {
  const styles = useStyles();
  const { t } = useTranslation('publication');
  const corrects = preview.corrections !== null;
  const states = preview.targets.map((target) => latest.get(target)?.state ?? null);
  const begun = states.some((state) => state !== null);
  // What Teams never answered for is settled in the list above before anything more is sent.
  const mayPublish = publishing.arriving === null && !publishing.kept && !states.includes('uncertain');
  return (
    <>
      {publishing.kept && (
        <p className={styles.words} role="status">
          {t('kept')}
        </p>
      )}
      {begun && mayPublish && publishing.failure === null && (
        <p className={styles.words} role="alert">
          {t('notAll')}
        </p>
      )}
      {publishing.failure && (
        <FailureState error={publishing.failure.error} size="inline" onRetry={publishing.failure.again}>
          {publishing.publishAnyway && <Button onClick={publishing.publishAnyway}>{t('publishAnyway')}</Button>}
        </FailureState>
      )}
      {mayPublish && (
        <div className={styles.actions}>
          <Button appearance="primary" disabledFocusable={inTheWay} onClick={onPublish}>
            {corrects
              ? t('corrections.publish', { next: preview.version })
              : begun
                ? t('publishRest')
                : t('publish', { channel: preview.channelName })}
          </Button>
        </div>
      )}
    </>
  );
}
