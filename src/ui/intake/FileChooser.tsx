import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { DocumentArrowUpRegular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  file: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  hint: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
});

/** What the file chooser offers; anything may be dropped, and is told what it is if it cannot be read. */
const ACCEPTED = '.docx,.pdf,.html,.htm,.txt,.md';

/** Chooses the paper as a file. `over`: one is held over the place where it may be dropped. */
export function FileChooser({ over, onFile }: { over: boolean; onFile: (file: File) => void }) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.file}>
      <Button icon={<DocumentArrowUpRegular />} onClick={() => chooser.current?.click()}>
        {t('paper.choose')}
      </Button>
      <span className={styles.hint}>{over ? t('paper.dropNow') : t('paper.drop')}</span>
      <input
        ref={chooser}
        type="file"
        accept={ACCEPTED}
        hidden
        aria-label={t('paper.choose')}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file must be choosable again after it was mended.
          target.value = '';
          if (file) onFile(file);
        }}
      />
    </div>
  );
}
