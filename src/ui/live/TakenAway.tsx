import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { useTakenAway } from './useTakenAway.ts';

/** Over the item in hand: somebody else has taken it off the agenda, or closed it. What was written stays until another item comes in hand. */
export default function TakenAway({ pointer }: { pointer: MeetingPointer }) {
  const { t } = useTranslation('meetingPanel');
  if (!useTakenAway(pointer)) return null;
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>{t('takenAway')}</MessageBarBody>
    </MessageBar>
  );
}
