import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicationPreview } from '../../commands/commands.ts';
import { isFailure } from '../../meeting/errors.ts';
import type { MeetingFile, Publication, PublicationTarget } from '../../meeting/meeting.ts';
import { useReplaceFile } from '../queries/useMeetingFile.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useAnnounce } from '../kit/LiveRegion.tsx';
import { LinkButton } from '../kit/LinkButton.tsx';
import { printRoute } from '../kit/route.ts';
import { useWide } from '../kit/useWide.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { Queried } from '../kit/states/Queried.tsx';
import { latestLog } from './latestLog.ts';
import { Looks } from './Looks.tsx';
import { MissingOutcomes } from './MissingOutcomes.tsx';
import { TargetList } from './TargetList.tsx';
import { UnsentTexts } from './UnsentTexts.tsx';
import { useUnsentTexts } from './useUnsentTexts.ts';

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
  readonly onPublished: (file: MeetingFile) => void;
}

/** One screen: left what goes where, right exactly how it will look. Publishing again sends only what is missing. */
export default function PublicationScreen({ file, onPublished }: PublicationScreenProps) {
  const styles = useStyles();
  const { t } = useTranslation('publication');
  const commands = useCommands();
  const preview = useQuery({
    queryKey: ['publicationPreview', file],
    queryFn: () => commands.publish.previewPublication(file),
    // A file with a newer log must not take the screen away from under what it has just told.
    placeholderData: keepPreviousData,
  });
  return (
    <section className={styles.page}>
      <h1 className={styles.title}>{t('title')}</h1>
      <Queried query={preview}>{(shown) => <Publishing file={file} preview={shown} onPublished={onPublished} />}</Queried>
    </section>
  );
}

type Work =
  | { readonly kind: 'idle' }
  | { readonly kind: 'publishing'; readonly arrived: readonly PublicationTarget[] }
  | { readonly kind: 'failed'; readonly error: unknown; readonly again: () => void };

function Publishing({ file, preview, onPublished }: PublicationScreenProps & { preview: PublicationPreview }) {
  const styles = useStyles();
  const { t } = useTranslation('publication');
  const commands = useCommands();
  const replace = useReplaceFile();
  const announce = useAnnounce();
  const wide = useWide();
  const whereId = useId();
  const [work, setWork] = useState<Work>({ kind: 'idle' });
  const [log, setLog] = useState<readonly Publication[]>(file.publications);
  const latest = latestLog(log);
  const states = preview.targets.map((target) => latest.get(target)?.state ?? null);
  const uncertain = states.includes('uncertain');
  const begun = states.some((state) => state !== null);
  const allDone = states.every((state) => state === 'done');
  const missing = preview.missing.length;
  const unsent = useUnsentTexts(file);

  const arrive = (line: Publication) => setLog((now) => [...now.filter((other) => other.target !== line.target), line]);

  /** The newest file with everything published in it; the log alone where it cannot be fetched just now. */
  const finish = async (lines: readonly Publication[]) => {
    announce(t('allDone'));
    try {
      onPublished(await commands.find.openMeeting(file.pointer));
    } catch {
      // It is published; only the reading afterwards failed. The screen says so and leads to the minutes.
      replace({ ...file, publications: lines });
      setWork({ kind: 'idle' });
    }
  };

  const publish = async (from: MeetingFile) => {
    setWork({ kind: 'publishing', arrived: [] });
    announce(t('working'));
    try {
      const lines = await commands.publish.publishMinutes(from, (line) => {
        arrive(line);
        setWork((now) => (now.kind === 'publishing' ? { ...now, arrived: [...now.arrived, line.target] } : now));
      });
      setLog(lines);
      if (lines.every((line) => line.state === 'done')) await finish(lines);
      else {
        replace({ ...from, publications: lines });
        setWork({ kind: 'idle' });
      }
    } catch (error) {
      const outdated = isFailure(error, 'Conflict');
      setWork({ kind: 'failed', error, again: () => void (outdated ? showNewest() : publish(from)) });
    }
  };

  /** What others have changed is seen before it is published. */
  const showNewest = async () => {
    try {
      const newest = await commands.find.openMeeting(file.pointer);
      setLog(newest.publications);
      replace(newest);
      setWork({ kind: 'idle' });
    } catch (error) {
      setWork({ kind: 'failed', error, again: () => void showNewest() });
    }
  };

  const publishWhole = async () => {
    if (await unsent.lookAgain()) await publish({ ...file, publications: log });
  };

  const settle = async (target: PublicationTarget, arrived: boolean) => {
    const from = { ...file, publications: log };
    try {
      const lines = await commands.publish.settleUncertain(from, target, arrived);
      const settled = { ...from, publications: lines };
      setLog(lines);
      // Publishing again sends what is still missing and nothing twice; where nothing is missing, it marks the meeting as published.
      await publish(settled);
    } catch (error) {
      setWork({ kind: 'failed', error, again: () => void settle(target, arrived) });
    }
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
          arriving={work.kind === 'publishing' ? work.arrived : null}
          onSettle={(target, arrived) => void settle(target, arrived)}
        />
        {!allDone && unsent.items.length > 0 && <UnsentTexts file={file} items={unsent.items} />}
        {missing > 0 && <MissingOutcomes file={file} missing={preview.missing} />}
        {begun && !allDone && !uncertain && work.kind !== 'publishing' && work.kind !== 'failed' && (
          <p className={styles.words} role="alert">
            {t('notAll')}
          </p>
        )}
        {work.kind === 'failed' && <FailureState error={work.error} size="inline" onRetry={work.again} />}
        <div className={styles.actions}>
          {allDone ? (
            <>
              <p className={styles.words} role="status">
                {t('allDone')}
              </p>
              <LinkButton appearance="primary" href={printRoute({ page: 'minutes', pointer: file.pointer })}>
                {t('see')}
              </LinkButton>
            </>
          ) : (
            work.kind !== 'publishing' &&
            !uncertain && (
              <Button appearance="primary" disabledFocusable={missing > 0 || unsent.items.length > 0} onClick={() => void publishWhole()}>
                {begun ? t('publishRest') : t('publish', { channel: preview.channelName })}
              </Button>
            )
          )}
        </div>
      </section>
      <Looks preview={preview} agenda={file.agenda} />
    </div>
  );
}
