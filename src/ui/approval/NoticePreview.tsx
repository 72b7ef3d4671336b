import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ReviewNoticeShown } from '../../commands/commands.ts';
import type { Person } from '../../meeting/meeting.ts';
import { HtmlPreview } from '../htmlPreview/HtmlPreview.tsx';
import { mentionsInBold } from '../htmlPreview/mentionsInBold.ts';
import type { TickWithConsent } from '../kit/useTickWithConsent.ts';

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  alone: { display: 'grid', minWidth: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

interface NoticePreviewProps {
  readonly shown: ReviewNoticeShown;
  /** Whether those the channel cannot notify are written to in a chat. */
  readonly telling: TickWithConsent;
}

/** The message to those who are asked as it will stand in the channel, and what those of them get whom it cannot notify there. */
export function NoticePreview({ shown: { message, people, alone }, telling }: NoticePreviewProps) {
  const styles = useStyles();
  const { t } = useTranslation('approval');
  const reached = alone.people.map(nameOf);
  const others = people.named.filter((name) => !reached.includes(name));
  return (
    <div className={styles.part}>
      <HtmlPreview html={mentionsInBold(`<p><strong>${asText(message.subject)}</strong></p>${message.html}`)} title={t('notice.preview')} />
      {reached.length > 0 && (
        <div className={styles.alone}>
          <Checkbox
            label={t('alone.label', { names: reached.join(', ') })}
            checked={telling.isTicked}
            onChange={(_, { checked }) => telling.tick(checked === true)}
          />
          <p className={styles.words}>{t('alone.text', { text: alone.text })}</p>
          {telling.consent !== 'given' && (
            <p className={styles.words} role={telling.consent === 'refused' ? 'status' : undefined}>
              {t(`alone.${telling.consent}`)}
            </p>
          )}
        </div>
      )}
      {others.length > 0 && <p className={styles.words}>{t('notice.onlyNamed', { names: others.join(', ') })}</p>}
    </div>
  );
}

const nameOf = ({ name, email }: Person): string => name.trim() || (email ?? '');
const asText = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
