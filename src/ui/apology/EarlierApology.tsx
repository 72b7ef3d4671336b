import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Apology, CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { longDay } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction } from '../kit/useAction.ts';
import { keys } from '../queries/keys.ts';
import { useRefreshFile } from '../queries/useMeetingFile.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}` },
});

interface EarlierApologyProps {
  readonly file: MeetingFile;
  readonly event: CalendarEvent | null;
  readonly apology: Apology;
}

/** My apology was for another time of the meeting: does it still stand? Given again it is for the present one, and the calendar is answered too. */
export default function EarlierApology({ file, event, apology }: EarlierApologyProps) {
  const styles = useStyles();
  const { t } = useTranslation('calendar');
  const language = useLanguage();
  const commands = useCommands();
  const client = useQueryClient();
  const refresh = useRefreshFile();
  const renewal = useAction(async () => {
    const { scope, substitute } = apology;
    await commands.apology.sendApology({ file, event, scope, substitute, message: '' });
    await Promise.all([refresh(file.pointer), client.invalidateQueries({ queryKey: keys.myEvent(file.pointer) })]);
  });
  const day = apology.givenFor ?? file.occasion.movedFrom;
  return (
    <div className={styles.line}>
      {day !== undefined && <span>{t('earlier.mine', { day: longDay(day, language) })}</span>}
      <Button size="small" disabledFocusable={renewal.busy} onClick={() => void renewal.run()}>
        {t('earlier.stands')}
      </Button>
      {renewal.error !== null && <FailureState error={renewal.error} size="inline" onRetry={renewal.retry} />}
    </div>
  );
}
