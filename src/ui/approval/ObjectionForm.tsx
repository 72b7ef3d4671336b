import { useTranslation } from 'react-i18next';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { WordsForm } from './WordsForm.tsx';

/** An objection to the draft, with what is to be changed. */
export function ObjectionForm({ file, draft, onDone }: { file: MeetingFile; draft: string; onDone: () => void }) {
  const { t } = useTranslation('approval');
  const commands = useCommands();
  return (
    <WordsForm
      file={file}
      draftKey="objection"
      label={t('objectWhy')}
      send={t('objectSend')}
      about="none"
      needsWords={false}
      told="object"
      perform={(_, words) => commands.approval.object(file, draft, words)}
      onDone={onDone}
    />
  );
}
