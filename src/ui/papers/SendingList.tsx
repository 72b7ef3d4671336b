import { Button, Field, Input, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isAboutName, paperProblem } from '../../meeting/paperNames.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import type { Sending, SendingFiles } from './useSending.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  naming: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalS },
  name: { flex: '1 1 14rem', minWidth: 0, overflowWrap: 'anywhere' },
  words: { margin: 0, overflowWrap: 'anywhere' },
});

/** How each file that was chosen stands. */
export function SendingList({ sending }: { readonly sending: SendingFiles }) {
  const styles = useStyles();
  if (sending.all.length === 0) return null;
  return (
    <ul className={styles.list}>
      {sending.all.map((each) => (
        <li key={each.id}>
          <SendingLine one={each} sending={sending} />
        </li>
      ))}
    </ul>
  );
}

function SendingLine({ one, sending }: { readonly one: Sending; readonly sending: SendingFiles }) {
  const styles = useStyles();
  const { t } = useTranslation('papers');
  const { name } = one;
  if (one.state === 'naming') return <NewName one={one} sending={sending} />;
  if (one.state === 'waits') return <p className={styles.words}>{t('waits', { name })}</p>;
  if (one.state === 'refused')
    return (
      <FailureState error={one.error} size="inline" onRetry={() => sending.retry(one)}>
        <Button onClick={() => sending.drop(one)}>{t('skip')}</Button>
      </FailureState>
    );
  return (
    <Field label={t('sending', { name })} validationState="none" validationMessage={t('progress', { part: Math.round(one.part * 100) })}>
      <ProgressBar {...(one.part > 0 && { value: one.part })} />
    </Field>
  );
}

/** A name that SharePoint takes, proposed and open to change. */
function NewName({ one, sending }: { readonly one: Sending; readonly sending: SendingFiles }) {
  const styles = useStyles();
  const { t } = useTranslation(['papers', 'refusals']);
  const [name, setName] = useState(one.name);
  const problem = paperProblem({ name, size: 0 });
  const inTheWay = problem !== null && (isAboutName(problem) || problem === 'kind') ? problem : null;
  return (
    <form
      className={styles.naming}
      onSubmit={(event) => {
        event.preventDefault();
        if (inTheWay === null) sending.rename(one, name);
      }}
    >
      <Field
        className={styles.name}
        label={t('papers:rename', { name: one.content.name })}
        {...(inTheWay !== null && { validationMessage: t(`refusals:PaperNotStored.reason.${inTheWay}`) })}
      >
        <Input aria-label={t('papers:newName')} value={name} onChange={(_, { value }) => setName(value)} />
      </Field>
      <Button type="submit" appearance="primary" disabledFocusable={inTheWay !== null}>
        {t('papers:useName')}
      </Button>
      <Button onClick={() => sending.drop(one)}>{t('papers:skip')}</Button>
    </form>
  );
}
