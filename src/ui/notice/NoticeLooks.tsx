import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { NoticePreview } from '../../commands/commands.ts';
import { isClosed, type Agenda } from '../../meeting/agenda.ts';
import { disclosureSign, type PlacedDisclosure } from '../../meeting/disclosure.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import Disclosures from '../disclosures/Disclosures.tsx';
import { HtmlPreview } from '../htmlPreview/HtmlPreview.tsx';

const useStyles = makeStyles({
  looks: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  subject: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
});

interface NoticeLooksProps {
  readonly preview: NoticePreview;
  readonly channel: string;
  readonly agenda: Agenda;
  readonly meeting: Pick<MeetingPointer, 'siteId' | 'key'>;
  /** What is asked about beside this already. */
  readonly asked: readonly PlacedDisclosure[];
}

/** The message to the channel exactly as it will stand there, and what of it may be somebody's own. */
export function NoticeLooks({ preview, channel, agenda, meeting, asked }: NoticeLooksProps) {
  const styles = useStyles();
  const { t } = useTranslation('sendout');
  const signs = new Set(asked.map(disclosureSign));
  const item = (id: string) => agenda.items.find((each) => each.id === id);
  return (
    <div className={styles.looks}>
      <p className={styles.words}>
        {t('notice.lead')}
        {preview.updated && ` ${t('notice.answers')}`}
      </p>
      <Disclosures
        meeting={meeting}
        found={preview.disclosures.filter((each) => !signs.has(disclosureSign(each)))}
        placeOf={(id) => {
          const found = item(id);
          return found ? [found.number, isClosed(agenda.items, found) ? found.neutralTitle : found.title].filter(Boolean).join(' ') : null;
        }}
      />
      <p className={styles.subject}>{preview.shown.subject}</p>
      <HtmlPreview html={preview.shown.html} title={t('notice.preview', { channel })} />
    </div>
  );
}
