import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isHttps } from '../../meeting/linkAddress.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalS, padding: tokens.spacingHorizontalS },
  address: { flex: '1 1 12rem', minWidth: 0, '& input': { minWidth: 0 } },
});

interface LinkFormProps {
  /** Of the link the cursor stands in. */
  readonly address: string | null;
  /** null takes the link away. */
  readonly onSet: (address: string | null) => void;
  readonly onCancel: () => void;
}

/** Where a link leads. Not a form of its own, since it stands in one. */
export function LinkForm({ address, onSet, onCancel }: LinkFormProps) {
  const styles = useStyles();
  const { t } = useTranslation('agendaEditor', { keyPrefix: 'richText' });
  const [typed, setTyped] = useState(address ?? '');
  const [isWrong, setWrong] = useState(false);
  const set = () => {
    const wanted = /^[a-z]+:/i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;
    if (isHttps(wanted)) onSet(wanted);
    else setWrong(true);
  };
  const onKeyDown = (key: KeyboardEvent) => {
    if (key.key !== 'Enter' && key.key !== 'Escape') return;
    key.preventDefault();
    key.stopPropagation();
    if (key.key === 'Enter') set();
    else onCancel();
  };
  return (
    // Enter and Escape belong to the whole row.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.form} onKeyDown={onKeyDown}>
      <Field label={t('address')} className={styles.address} validationMessage={isWrong ? t('badAddress') : null}>
        {/* The person asked for it. */}
        {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
        <Input autoFocus type="url" value={typed} placeholder="https://" onChange={(_, { value }) => setTyped(value)} />
      </Field>
      <Button size="small" appearance="primary" onClick={set}>
        {t('setLink')}
      </Button>
      {address !== null && (
        <Button size="small" onClick={() => onSet(null)}>
          {t('removeLink')}
        </Button>
      )}
      <Button size="small" onClick={onCancel}>
        {t('cancelLink')}
      </Button>
    </div>
  );
}
