import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { NoticeSubject } from '../../commands/commands.ts';
import { agendaDisclosures } from '../../meeting/disclosure.ts';
import { Queried } from '../kit/states/Queried.tsx';
import { NoticeLooks } from './NoticeLooks.tsx';
import type { NoticeWish } from './useNoticeWish.ts';

const useStyles = makeStyles({
  choice: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, width: '100%' },
});

/** The choice to tell the channel as well, and exactly what it would be told. */
export function NoticeChoice({ subject, wish }: { subject: NoticeSubject; wish: NoticeWish }) {
  const styles = useStyles();
  const { t } = useTranslation('sendout');
  const { board, event, agenda, file } = subject;
  const meeting = { siteId: board.siteId, key: file?.pointer.key ?? event.pointer?.key ?? event.key };
  return (
    <div className={styles.choice}>
      <Checkbox
        label={t('notice.choose', { channel: board.channelName })}
        checked={wish.wanted}
        onChange={(_, { checked }) => wish.want(checked === true)}
      />
      {wish.wanted && (
        <Queried query={wish.preview}>
          {(preview) => (
            <NoticeLooks preview={preview} channel={board.channelName} agenda={agenda} meeting={meeting} asked={agendaDisclosures(agenda)} />
          )}
        </Queried>
      )}
    </div>
  );
}
