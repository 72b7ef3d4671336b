import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ItemId } from '../../meeting/ids.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { useLiveAgenda } from './useLiveAgenda.ts';
import { useWritingSign } from './useWritingSign.ts';

export interface LiveAgendaProps {
  readonly file: MeetingFile;
  /** My copy of the event; null where I have none. */
  readonly event: CalendarEvent | null;
  /** The item I am writing in. */
  readonly editing: ItemId | null;
}

/** Keeps the agenda on screen up with what others write, and tells them where I do. It shows nothing but that the item under my hands has gone. */
export default function LiveAgenda({ file, event, editing }: LiveAgendaProps) {
  const { t } = useTranslation('live');
  const isLost = useLiveAgenda(file, event, editing);
  useWritingSign(file, editing);
  if (!isLost) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{t('lost')}</MessageBarBody>
    </MessageBar>
  );
}
