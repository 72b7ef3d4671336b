import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { mayUnpublish } from '../../meeting/permissions.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useAnnounce } from '../kit/LiveRegion.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction } from '../kit/useAction.ts';
import { useFacts } from '../queries/useFacts.ts';
import { useRefreshFile } from '../queries/useMeetingFile.ts';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  words: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Takes the minutes back, after saying what stays and what goes. */
export function UnpublishMinutes({ file, event }: { file: MeetingFile; event: CalendarEvent | null }) {
  const styles = useStyles();
  const { t } = useTranslation('publication');
  const commands = useCommands();
  const announce = useAnnounce();
  const refresh = useRefreshFile();
  const facts = useFacts(file, event);
  const [sure, setSure] = useState(false);
  const unpublish = useAction(
    async () => {
      await commands.publish.unpublishMinutes(file);
      announce(t('unpublish.done'));
      setSure(false);
      void refresh(file.pointer);
    },
    { onSent: () => void refresh(file.pointer) },
  );
  if (!mayUnpublish(facts)) return null;
  if (!sure) return <Button onClick={() => setSure(true)}>{t('unpublish.start')}</Button>;
  return (
    <div className={styles.box} role="alert">
      <p className={styles.words}>{t('unpublish.what')}</p>
      {unpublish.error !== null && <FailureState error={unpublish.error} size="inline" onRetry={unpublish.retry} />}
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => setSure(false)}>
          {t('unpublish.no')}
        </Button>
        <Button disabledFocusable={unpublish.busy || unpublish.kept} onClick={() => void unpublish.run()}>
          {t('unpublish.yes')}
        </Button>
      </div>
    </div>
  );
}
