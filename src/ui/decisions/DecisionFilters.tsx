import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { DismissRegular, SearchRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { everyDecision, type WantedDecisions, type WantedResult } from '../../meeting/decisionLog.ts';
import { OUTCOME_CODES } from '../../meeting/words.ts';
import { longDay } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 11rem), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  input: { minWidth: 0 },
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, margin: 0, padding: 0, listStyleType: '""' },
  chip: { maxWidth: '100%', overflowWrap: 'anywhere' },
});

const isResult = (word: string): word is WantedResult => word === 'notTreated' || OUTCOME_CODES.some((code) => code === word);

/** What to look for. Words and names are taken when the form is sent; the rest as it is chosen. What is in force stands below as chips that take it away. */
export function DecisionFilters({ wanted, onWanted }: { wanted: WantedDecisions; onWanted: (wanted: WantedDecisions) => void }) {
  const styles = useStyles();
  const { t } = useTranslation(['decisions', 'minutes']);
  const [typed, setTyped] = useState({ words: wanted.words, person: wanted.person });
  const want = (changes: Partial<WantedDecisions>) => {
    const next = { ...wanted, ...typed, ...changes };
    setTyped({ words: next.words, person: next.person });
    onWanted(next);
  };
  return (
    <form
      className={styles.form}
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        want({});
      }}
    >
      <Field label={t('decisions:words')}>
        <Input
          className={styles.input}
          type="search"
          contentBefore={<SearchRegular aria-hidden />}
          value={typed.words}
          onChange={(_, { value }) => setTyped({ ...typed, words: value })}
        />
      </Field>
      <div className={styles.fields}>
        <Field label={t('decisions:person')} hint={t('decisions:personHint')}>
          <Input className={styles.input} value={typed.person} onChange={(_, { value }) => setTyped({ ...typed, person: value })} />
        </Field>
        <Field label={t('decisions:result')}>
          <Select value={wanted.result ?? ''} onChange={(_, { value }) => want({ result: isResult(value) ? value : null })}>
            <option value="">{t('decisions:any')}</option>
            {OUTCOME_CODES.map((code) => (
              <option key={code} value={code}>
                {t(`minutes:outcome.${code}`)}
              </option>
            ))}
            <option value="notTreated">{t('decisions:notTreated')}</option>
          </Select>
        </Field>
        <Field label={t('decisions:from')}>
          <Input
            className={styles.input}
            type="date"
            value={wanted.from ?? ''}
            onChange={(_, { value }) => want({ from: value === '' ? null : value })}
          />
        </Field>
        <Field label={t('decisions:to')}>
          <Input
            className={styles.input}
            type="date"
            value={wanted.to ?? ''}
            onChange={(_, { value }) => want({ to: value === '' ? null : value })}
          />
        </Field>
      </div>
      <div>
        <Button type="submit" appearance="primary">
          {t('decisions:search')}
        </Button>
      </div>
      <Chips wanted={wanted} onWant={want} />
    </form>
  );
}

/** What is in force, each with a way to take it away. */
function Chips({ wanted, onWant }: { wanted: WantedDecisions; onWant: (changes: Partial<WantedDecisions>) => void }) {
  const styles = useStyles();
  const { t } = useTranslation(['decisions', 'minutes']);
  const language = useLanguage();
  const { words, person, result, from, to } = wanted;
  const chips: readonly { readonly label: string; readonly without: Partial<WantedDecisions> }[] = [
    words.trim() === '' ? [] : { label: words.trim(), without: { words: '' } },
    person.trim() === '' ? [] : { label: `${t('decisions:person')}: ${person.trim()}`, without: { person: '' } },
    result === null ? [] : { label: result === 'notTreated' ? t('decisions:notTreated') : t(`minutes:outcome.${result}`), without: { result: null } },
    from === null ? [] : { label: `${t('decisions:from')} ${longDay(from, language)}`, without: { from: null } },
    to === null ? [] : { label: `${t('decisions:to')} ${longDay(to, language)}`, without: { to: null } },
  ].flat();
  if (chips.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t('decisions:filters')}>
      {chips.map(({ label, without }) => (
        <li key={label}>
          <Button
            className={styles.chip}
            type="button"
            size="small"
            shape="circular"
            icon={<DismissRegular />}
            iconPosition="after"
            aria-label={t('decisions:remove', { filter: label })}
            onClick={() => onWant(without)}
          >
            {label}
          </Button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Button type="button" size="small" appearance="subtle" onClick={() => onWant(everyDecision)}>
            {t('decisions:clear')}
          </Button>
        </li>
      )}
    </ul>
  );
}
