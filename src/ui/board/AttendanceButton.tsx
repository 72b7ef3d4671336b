import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Board } from '../../meeting/meeting.ts';
import { mayCountAttendance } from '../../meeting/permissions.ts';
import { useMe } from '../queries/useMe.ts';
import { useProfile } from '../queries/useProfile.ts';

/** The way to who came over time, for those whose business it is. */
export default function AttendanceButton({ board, onShow }: { board: Board; onShow: () => void }) {
  const { t } = useTranslation('attendance');
  const me = useMe();
  const profile = useProfile(board);
  if (!mayCountAttendance({ me, profile })) return null;
  return (
    <Button appearance="subtle" onClick={onShow}>
      {t('show')}
    </Button>
  );
}
