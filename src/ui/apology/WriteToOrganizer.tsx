import { Link } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { useHost } from '../kit/CommandsContext.tsx';

/** A chat with whoever called the meeting, where the calendar tells them nothing. The address holds no words: those of a message would stay in histories. */
export function WriteToOrganizer({ file, event }: { file: Pick<MeetingFile, 'occasion'>; event: CalendarEvent | null }) {
  const { t } = useTranslation('apologySheet');
  const host = useHost();
  const address = event?.organizer?.email ?? file.occasion.organizer ?? '';
  if (!address.includes('@')) return null;
  const url = `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(address)}`;
  return (
    <Link as="button" type="button" onClick={() => host.openLink(url)}>
      {t('write')}
    </Link>
  );
}
