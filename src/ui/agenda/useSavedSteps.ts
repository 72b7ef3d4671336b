import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import { isPassing } from '../../meeting/errors.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useNotice } from '../kit/Notices.tsx';
import { otherWriter } from '../kit/otherWriter.ts';
import { useNewestFile, useReplaceFile } from '../queries/useMeetingFile.ts';
import { step } from './savedEdits.ts';

/**
 * Takes what was saved back, or forth again, a step at a time. The form is gone by then, so how it went is told on the line that offered it, and Ctrl+Z
 * and Ctrl+Y go on from there.
 */
export function useSavedSteps(file: MeetingFile, titleOf: (item: AgendaItem) => string): (way: 'back' | 'forth') => Promise<void> {
  const { t } = useTranslation('itemEditor');
  const commands = useCommands();
  const replace = useReplaceFile();
  const newest = useNewestFile(file.pointer);
  const tell = useNotice();
  const walk = async (way: 'back' | 'forth'): Promise<void> => {
    const next = step(file.pointer.key, way);
    if (!next) return;
    const title = titleOf(next.to);
    try {
      replace(await commands.agenda.changeItem(newest() ?? file, next.from, next.to));
      next.take();
      tell({ text: t(way === 'back' ? 'edit.undone' : 'edit.saved', { title }), back: () => void walk('back'), forth: () => void walk('forth') });
    } catch (error) {
      const name = otherWriter(error, commands);
      tell({ text: name === null ? t(isPassing(error) ? 'edit.queued' : 'edit.notUndone', { title }) : t('edit.notUndoneBy', { title, name }) });
    }
  };
  return walk;
}
