import { makeStyles, tokens } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MeetingFile, Person } from '../../meeting/meeting.ts';
import { HtmlPreview } from '../htmlPreview/HtmlPreview.tsx';
import { mentionsInBold } from '../htmlPreview/mentionsInBold.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { Queried } from '../kit/states/Queried.tsx';

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  words: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

interface NoticePreviewProps {
  readonly file: MeetingFile;
  readonly people: readonly Person[];
  readonly deadline: string | null;
}

/** The message to those who are asked as it will stand in the channel, and who of them cannot be notified there. */
export function NoticePreview({ file, people, deadline }: NoticePreviewProps) {
  const styles = useStyles();
  const { t } = useTranslation('approval');
  const commands = useCommands();
  const query = useQuery({
    queryKey: ['reviewNotice', file.pointer, people, deadline],
    queryFn: () => commands.approval.reviewNoticeFor(file, people, deadline),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <Queried query={query}>
      {({ message, people: { named } }) => (
        <div className={styles.part}>
          <HtmlPreview html={mentionsInBold(`<p><strong>${asText(message.subject)}</strong></p>${message.html}`)} title={t('notice.preview')} />
          {named.length > 0 && <p className={styles.words}>{t('notice.onlyNamed', { names: named.join(', ') })}</p>}
        </div>
      )}
    </Queried>
  );
}

const asText = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
