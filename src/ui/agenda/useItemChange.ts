import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import { isPassing } from '../../meeting/errors.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { useReplaceFile } from '../queries/useMeetingFile.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useNotice } from '../kit/Notices.tsx';

/** Writes one changed item, shows it everywhere and tells it with the way back. Throws Conflict and what the command throws, but no passing failure: the outbox has it then. */
export function useItemChange(): (file: MeetingFile, before: AgendaItem, after: AgendaItem) => Promise<void> {
  const { t } = useTranslation('agenda');
  const commands = useCommands();
  const replace = useReplaceFile();
  const tell = useNotice();
  return useCallback(
    async (file, before, after) => {
      const title = after.title || t('untitled');
      try {
        const changed = await commands.agenda.changeItem(file, before, after);
        replace(changed);
        const undo = async () => {
          try {
            replace(await commands.agenda.changeItem(changed, after, before));
            tell({ text: t('edit.undone', { title }) });
          } catch (error) {
            tell({ text: t(isPassing(error) ? 'edit.queued' : 'edit.notUndone', { title }) });
          }
        };
        tell({ text: t('edit.saved', { title }), undo: () => void undo() });
      } catch (error) {
        if (!isPassing(error)) throw error;
        replace({ ...file, agenda: { ...file.agenda, items: file.agenda.items.map((item) => (item.id === after.id ? after : item)) } });
        tell({ text: t('edit.queued', { title }) });
      }
    },
    [commands, replace, t, tell],
  );
}
