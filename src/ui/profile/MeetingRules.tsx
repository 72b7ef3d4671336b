import { Checkbox, Field, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { BOARD_LANGUAGES } from '../../meeting/boardLanguage.ts';
import { APPROVAL_RULES, BODY_KINDS, DEADLINE_KINDS, QUORUM_KINDS, SUBSTITUTE_RULES, SUBSTITUTE_WORDS } from '../../meeting/words.ts';
import type { RulesProps } from './AgendaRules.tsx';
import { NumberField } from './NumberField.tsx';

const useStyles = makeStyles({
  group: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** How the body decides, who may step in, and its deadlines. */
export function MeetingRules(props: RulesProps) {
  return (
    <>
      <Deciding {...props} />
      <Absence {...props} />
      <Deadlines {...props} />
      <Writing {...props} />
    </>
  );
}

function Deciding({ rules, disabled, onChange }: RulesProps) {
  const styles = useStyles();
  const { t } = useTranslation('profile');
  const { quorum } = rules;
  return (
    <section className={styles.group} aria-labelledby="profile-deciding">
      <h3 id="profile-deciding" className={styles.title}>
        {t('rules.deciding')}
      </h3>
      <Field label={t('rules.quorum')} hint={t('rules.quorumHint')}>
        <Select
          disabled={disabled}
          value={quorum.kind}
          onChange={(_, { value }) => {
            const kind = QUORUM_KINDS.find((each) => each === value) ?? quorum.kind;
            onChange({ quorum: { ...quorum, kind, atLeast: kind === 'number' ? (quorum.atLeast ?? 2) : null } });
          }}
        >
          {QUORUM_KINDS.map((each) => (
            <option key={each} value={each}>
              {t(`rules.quorums.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      {quorum.kind === 'number' && (
        <NumberField
          label={t('rules.atLeast')}
          disabled={disabled}
          value={quorum.atLeast}
          most={10_000}
          onChange={(atLeast) => onChange({ quorum: { ...quorum, atLeast } })}
        />
      )}
      <Checkbox
        disabled={disabled}
        label={t('rules.chairRequired')}
        checked={quorum.chairRequired}
        onChange={(_, { checked }) => onChange({ quorum: { ...quorum, chairRequired: checked === true } })}
      />
      <Checkbox
        disabled={disabled}
        label={t('rules.castingVote')}
        checked={rules.castingVote}
        onChange={(_, { checked }) => onChange({ castingVote: checked === true })}
      />
      <Field label={t('rules.approval')}>
        <Select
          disabled={disabled}
          value={rules.approval}
          onChange={(_, { value }) => onChange({ approval: APPROVAL_RULES.find((each) => each === value) ?? rules.approval })}
        >
          {APPROVAL_RULES.map((each) => (
            <option key={each} value={each}>
              {t(`rules.approvals.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
    </section>
  );
}

function Absence({ rules, disabled, onChange }: RulesProps) {
  const styles = useStyles();
  const { t } = useTranslation('profile');
  return (
    <section className={styles.group} aria-labelledby="profile-absence">
      <h3 id="profile-absence" className={styles.title}>
        {t('rules.absence')}
      </h3>
      <Field label={t('rules.kind')} hint={t('rules.kindHint')}>
        <Select
          disabled={disabled}
          value={rules.kind ?? ''}
          onChange={(_, { value }) => onChange({ kind: BODY_KINDS.find((each) => each === value) ?? null })}
        >
          <option value="">{t('rules.kindNone')}</option>
          {BODY_KINDS.map((each) => (
            <option key={each} value={each}>
              {t(`rules.readyNames.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('rules.substitutes')}>
        <Select
          disabled={disabled}
          value={rules.substitutes}
          onChange={(_, { value }) => onChange({ substitutes: SUBSTITUTE_RULES.find((each) => each === value) ?? rules.substitutes })}
        >
          {SUBSTITUTE_RULES.map((each) => (
            <option key={each} value={each}>
              {t(`rules.substituteRules.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('rules.word')}>
        <Select
          disabled={disabled}
          value={rules.substituteWord}
          onChange={(_, { value }) => onChange({ substituteWord: SUBSTITUTE_WORDS.find((each) => each === value) ?? rules.substituteWord })}
        >
          {SUBSTITUTE_WORDS.map((each) => (
            <option key={each} value={each}>
              {t(`rules.words.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
    </section>
  );
}

function Deadlines({ rules, disabled, onChange }: RulesProps) {
  const styles = useStyles();
  const { t } = useTranslation('profile');
  return (
    <section className={styles.group} aria-labelledby="profile-deadlines">
      <h3 id="profile-deadlines" className={styles.title}>
        {t('rules.deadlines')}
      </h3>
      <p className={styles.words}>{t('rules.deadlinesHint')}</p>
      {DEADLINE_KINDS.map((what) => (
        <NumberField
          key={what}
          label={t(`rules.days.${what}`)}
          disabled={disabled}
          value={rules.deadlines.find((each) => each.what === what)?.days ?? null}
          most={366}
          onChange={(days) => {
            const others = rules.deadlines.filter((each) => each.what !== what);
            onChange({ deadlines: days === null ? others : [...others, { what, days }] });
          }}
        />
      ))}
    </section>
  );
}

/** The language of what is sent to others. */
function Writing({ rules, disabled, onChange }: RulesProps) {
  const { t } = useTranslation('profile');
  return (
    <Field label={t('rules.language')} hint={t('rules.languageHint')}>
      <Select
        disabled={disabled}
        value={rules.language}
        onChange={(_, { value }) => onChange({ language: BOARD_LANGUAGES.find((each) => each === value) ?? rules.language })}
      >
        {BOARD_LANGUAGES.map((each) => (
          <option key={each} value={each}>
            {t(`rules.languages.${each}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
