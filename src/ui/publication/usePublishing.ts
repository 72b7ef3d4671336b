import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFailure } from '../../meeting/errors.ts';
import type { MeetingFile, Publication, PublicationTarget } from '../../meeting/meeting.ts';
import { useReplaceFile } from '../queries/useMeetingFile.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useAnnounce } from '../kit/LiveRegion.tsx';
import { useAction } from '../kit/useAction.ts';

export interface PublishingState {
  readonly log: readonly Publication[];
  /** While it is being published: the targets that have answered; null when nothing is on its way. */
  readonly arriving: readonly PublicationTarget[] | null;
  /** It waits on this device and is published by itself. */
  readonly kept: boolean;
  readonly failure: { readonly error: unknown; readonly again: () => void } | null;
  /** Sends what no target has confirmed yet. */
  readonly publish: () => void;
  /** Publishes under the time in the minutes although my calendar has another; null where that is not the question. */
  readonly publishAnyway: (() => void) | null;
  /** A person has looked whether the message is in the channel. */
  readonly settle: (target: PublicationTarget, arrived: boolean) => void;
}

/** Publishing as it goes, with a message that tells those who have something to do where `mention` says so: each target as it answers, what others changed before it is sent, and the newest file when all is done. */
export function usePublishing(file: MeetingFile, mention: boolean, onPublished: (file: MeetingFile) => void): PublishingState {
  const { t } = useTranslation('publication');
  const commands = useCommands();
  const replace = useReplaceFile();
  const announce = useAnnounce();
  const [log, setLog] = useState<readonly Publication[]>(file.publications);
  const [arrived, setArrived] = useState<readonly PublicationTarget[]>([]);

  const arrive = (line: Publication) => {
    setLog((now) => [...now.filter((other) => other.target !== line.target), line]);
    setArrived((now) => [...now, line.target]);
  };

  /** The newest file with everything published in it; the log alone where it cannot be fetched just now. */
  const finish = async (lines: readonly Publication[]) => {
    announce(t('allDone'));
    try {
      onPublished(await commands.find.openMeeting(file.pointer));
    } catch {
      // It is published; only the reading afterwards failed. The screen says so and leads to the minutes.
      replace({ ...file, publications: lines });
    }
  };

  /** What others have changed is seen before it is published, and what was sent meanwhile is shown as sent. */
  const newest = useAction(async () => {
    const found = await commands.find.openMeeting(file.pointer);
    setLog(found.publications);
    replace(found);
  });
  const publication = useAction(
    async (from: MeetingFile, timeConfirmed: boolean) => {
      setArrived([]);
      announce(t('working'));
      const lines = await commands.publish.publishMinutes(from, arrive, timeConfirmed, mention);
      setLog(lines);
      if (lines.every((line) => line.state === 'done')) await finish(lines);
      else replace({ ...from, publications: lines });
    },
    { onKept: () => announce(t('kept')), onSent: () => void newest.run() },
  );
  const settlement = useAction(async (target: PublicationTarget, there: boolean) => {
    const from = { ...file, publications: log };
    const lines = await commands.publish.settleUncertain(from, target, there);
    setLog(lines);
    // Publishing again sends what is still missing and nothing twice; where nothing is missing, it marks the meeting as published.
    await publication.run({ ...from, publications: lines }, true);
  });

  const failures = [
    { error: newest.error, again: newest.retry },
    { error: settlement.error, again: settlement.retry },
    {
      error: publication.error,
      again: () => {
        if (!isFailure(publication.error, 'Conflict') && !isFailure(publication.error, 'CalendarDiffers')) return publication.retry();
        publication.dismiss();
        void newest.run();
      },
    },
  ];
  // My own copy alone has another time: only its organiser's could be written down.
  const differs = isFailure(publication.error, 'CalendarDiffers') && publication.error.detail.written === 'no';
  return {
    log,
    arriving: publication.busy ? arrived : null,
    kept: publication.kept,
    failure: failures.find(({ error }) => error !== null) ?? null,
    publish: () => void publication.run({ ...file, publications: log }, false),
    publishAnyway: differs ? () => void publication.run({ ...file, publications: log }, true) : null,
    settle: (target, there) => void settlement.run(target, there),
  };
}
