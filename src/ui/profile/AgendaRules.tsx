import { Button, Field, Input, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowUpRegular, DeleteRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { BodyRules, SectionForm } from '../../meeting/profile.ts';
import { NUMBERING_NAMES, READY_NUMBERINGS, readyNumberingOf } from '../../meeting/readyProfiles.ts';
import { OPENNESS, SECTION_ROLES } from '../../meeting/words.ts';
import { NumberField } from './NumberField.tsx';

const useStyles = makeStyles({
  group: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  sections: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: '""' },
  section: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalS },
  kind: { flex: '1 1 9rem', minWidth: 0 },
  heading: { flex: '2 1 10rem', minWidth: 0 },
  select: { minWidth: 0 },
});

export interface RulesProps {
  readonly rules: BodyRules;
  readonly disabled: boolean;
  readonly onChange: (part: Partial<BodyRules>) => void;
}

/** How the body's agenda is written: sections, numbers, openness. */
export function AgendaRules({ rules, disabled, onChange }: RulesProps) {
  const styles = useStyles();
  const { t } = useTranslation('profile');
  const numbering = readyNumberingOf(rules.numbering);
  return (
    <section className={styles.group} aria-labelledby="profile-agenda">
      <h3 id="profile-agenda" className={styles.title}>
        {t('rules.agenda')}
      </h3>
      <Sections rules={rules} disabled={disabled} onChange={onChange} />
      <Field label={t('rules.numbering')}>
        <Select
          className={styles.select}
          disabled={disabled}
          value={numbering ?? ''}
          onChange={(_, { value }) => {
            const name = NUMBERING_NAMES.find((each) => each === value);
            const { from, restart, breaks } = rules.numbering;
            if (name) onChange({ numbering: { ...READY_NUMBERINGS[name], from, restart, breaks } });
          }}
        >
          {numbering === null && <option value="">{t('rules.numberingOwn')}</option>}
          {NUMBERING_NAMES.map((name) => (
            <option key={name} value={name}>
              {t(`rules.numberings.${name}`)}
            </option>
          ))}
        </Select>
      </Field>
      <NumberField
        label={t('rules.from')}
        disabled={disabled}
        value={rules.numbering.from}
        most={100_000}
        onChange={(from) => onChange({ numbering: { ...rules.numbering, from: from ?? 1 } })}
      />
      <Field label={t('rules.openness')} hint={t('rules.opennessHint')}>
        <Select
          disabled={disabled}
          value={rules.openness}
          onChange={(_, { value }) => onChange({ openness: OPENNESS.find((each) => each === value) ?? rules.openness })}
        >
          {OPENNESS.map((each) => (
            <option key={each} value={each}>
              {t(`rules.opennesses.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
    </section>
  );
}

/** The sections of an item's paper, in their order. */
function Sections({ rules: { sections }, disabled, onChange }: RulesProps) {
  const styles = useStyles();
  const { t } = useTranslation('profile');
  const put = (next: readonly SectionForm[]) => onChange({ sections: next });
  const changed = (place: number, part: Partial<SectionForm>) => put(sections.map((each, at) => (at === place ? { ...each, ...part } : each)));
  return (
    <div className={styles.group} role="group" aria-labelledby="profile-sections">
      <span id="profile-sections">{t('rules.sections')}</span>
      <p className={styles.words}>{t('rules.sectionsHint')}</p>
      <ol className={styles.sections}>
        {sections.map(({ role, heading }, place) => (
          // A section is known by its place alone: two may be alike.
          <li key={place} className={styles.section} aria-label={t('rules.section', { number: place + 1 })}>
            <Field className={styles.kind} label={t('rules.sectionRole')}>
              <Select
                disabled={disabled}
                value={role}
                onChange={(_, { value }) => changed(place, { role: SECTION_ROLES.find((each) => each === value) ?? role })}
              >
                {SECTION_ROLES.map((each) => (
                  <option key={each} value={each}>
                    {t(`rules.sectionRoles.${each}`)}
                  </option>
                ))}
              </Select>
            </Field>
            <Field className={styles.heading} label={t('rules.sectionHeading')}>
              <Input
                disabled={disabled}
                value={heading ?? ''}
                maxLength={200}
                onChange={(_, { value }) => changed(place, { heading: value === '' ? null : value })}
              />
            </Field>
            {!disabled && (
              <span>
                <Button
                  appearance="subtle"
                  icon={<ArrowUpRegular />}
                  aria-label={t('rules.sectionUp', { number: place + 1 })}
                  disabledFocusable={place === 0}
                  onClick={() => place > 0 && put(movedUp(sections, place))}
                />
                <Button
                  appearance="subtle"
                  icon={<DeleteRegular />}
                  aria-label={t('rules.sectionRemove', { number: place + 1 })}
                  onClick={() => put(sections.filter((_, at) => at !== place))}
                />
              </span>
            )}
          </li>
        ))}
      </ol>
      {!disabled && (
        <div>
          <Button onClick={() => put([...sections, { role: 'text', heading: null }])}>{t('rules.sectionAdd')}</Button>
        </div>
      )}
    </div>
  );
}

function movedUp(sections: readonly SectionForm[], place: number): readonly SectionForm[] {
  const moved = sections.slice(place, place + 1);
  const others = sections.filter((_, at) => at !== place);
  return [...others.slice(0, place - 1), ...moved, ...others.slice(place - 1)];
}
