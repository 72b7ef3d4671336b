import { useTranslation } from 'react-i18next';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { WordsForm } from './WordsForm.tsx';

/** A correction of approved minutes: it is added, and changes nothing that stands. */
export function CorrectionForm({ file, onDone }: { file: MeetingFile; onDone: () => void }) {
  const { t } = useTranslation('approval');
  const commands = useCommands();
  return (
    <WordsForm
      file={file}
      draftKey="correction"
      label={t('correctWords')}
      hint={t('correctHint')}
      send={t('correctSave')}
      about="items"
      needsWords={true}
      told="other"
      perform={async (itemId, words) => {
        if (itemId !== null) await commands.approval.addCorrection(file, itemId, words);
      }}
      onDone={onDone}
    />
  );
}
