import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { MeetingFile } from '../../meeting/meeting.ts';
import type { SubstituteWord } from '../../meeting/words.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useNotice } from '../kit/Notices.tsx';
import { useAction } from '../kit/useAction.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useRefreshFile } from '../queries/useMeetingFile.ts';

/** The item at which a council calls its stand-ins, where the agenda has none: put there when somebody asks for it, never by itself. */
export function InsertCallItem({ file, word }: { file: MeetingFile; word: SubstituteWord }) {
  const { t } = useTranslation('substitutes');
  const commands = useCommands();
  const refresh = useRefreshFile();
  const tell = useNotice();
  const title = t(`item.title.${word}`);
  const insert = useAction(
    async () => {
      await (await commands.attendance.substitutes()).insertItem(file, title);
      tell({ text: t('item.done') });
      await refresh(file.pointer);
    },
    { onKept: () => tell({ text: t('queued') }) },
  );
  // Printed ones say "Indkaldelse af stedfortræder for …" and the like.
  if (
    file.agenda.items.some((item) => /indkaldelse af (?:stedfortræder|suppleant)|calling of an? (?:substitute|alternate)/iu.test(item.title)) &&
    !insert.busy
  )
    return null;
  return (
    <div>
      <Button size="small" disabledFocusable={insert.busy} onClick={() => void insert.run()}>
        {t('item.insert', { title })}
      </Button>
      {insert.error !== null && <FailureState error={insert.error} size="inline" onRetry={insert.retry} />}
    </div>
  );
}
