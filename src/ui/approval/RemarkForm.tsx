import { useTranslation } from 'react-i18next';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { WordsForm } from './WordsForm.tsx';

/** A remark about the draft, which stands where the draft does. */
export function RemarkForm({ file, onDone }: { file: MeetingFile; onDone: () => void }) {
  const { t } = useTranslation('approval');
  const commands = useCommands();
  return (
    <WordsForm
      file={file}
      draftKey="remark"
      label={t('remarkWords')}
      send={t('remark')}
      about="whole"
      needsWords={true}
      told="other"
      perform={(itemId, words) => commands.approval.remark(file, itemId, words)}
      onDone={onDone}
    />
  );
}
