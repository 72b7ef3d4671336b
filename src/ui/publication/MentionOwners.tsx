import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { PublicationPreview } from '../../commands/commands.ts';

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)' },
  words: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

interface MentionOwnersProps {
  readonly preview: PublicationPreview;
  readonly wanted: boolean;
  readonly onWanted: (wanted: boolean) => void;
}

/** Whether the message in the channel tells those who have something to do; nothing where nobody has, or where the message has been sent. */
export function MentionOwners({ preview, wanted, onWanted }: MentionOwnersProps) {
  const styles = useStyles();
  const { t } = useTranslation('publication');
  const { owners, onlyNamed, channelName } = preview;
  if (owners.length === 0) return null;
  return (
    <div className={styles.part}>
      <Checkbox
        label={t('mention.wanted', { channel: channelName, names: owners.map(({ name }) => name).join(', ') })}
        checked={wanted}
        onChange={(_, { checked }) => onWanted(checked === true)}
      />
      {wanted && onlyNamed.length > 0 && <p className={styles.words}>{t('mention.onlyNamed', { names: onlyNamed.join(', ') })}</p>}
    </div>
  );
}
