import { Button, Field, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFailure } from '../../meeting/errors.ts';
import type { Board } from '../../meeting/meeting.ts';
import type { BodyRules } from '../../meeting/profile.ts';
import { changedOver, READY_NAMES, READY_PROFILES, readyProfileOf, sameRules } from '../../meeting/readyProfiles.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useAnnounce } from '../kit/LiveRegion.tsx';
import { otherWriter } from '../kit/otherWriter.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction } from '../kit/useAction.ts';
import { useReplaceProfile } from '../queries/useStoredProfile.ts';
import { AgendaRules } from './AgendaRules.tsx';
import { MeetingRules } from './MeetingRules.tsx';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    // A field is as wide as its longest choice otherwise, and leaves a narrow page.
    '& .fui-Field': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  fields: { display: 'contents', border: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

export interface RuleFormProps {
  readonly board: Board;
  readonly stored: BodyRules;
  readonly mayEdit: boolean;
}

/** The rules, filled in one by one or by a ready body, and saved together when the person says so. */
export function RuleForm({ board, stored, mayEdit }: RuleFormProps) {
  const styles = useStyles();
  const { t } = useTranslation('profile');
  const commands = useCommands();
  const announce = useAnnounce();
  const replace = useReplaceProfile();
  /** What I have written over the rules I saw; null while I have changed nothing. */
  const [mine, setMine] = useState<{ readonly seen: BodyRules; readonly rules: BodyRules } | null>(null);
  const rules = mine?.rules ?? stored;
  const isChanged = mine !== null && !sameRules(mine.rules, mine.seen);
  const change = (part: Partial<BodyRules>) => setMine({ seen: mine?.seen ?? stored, rules: { ...rules, ...part } });
  const saving = useAction(
    async (before: BodyRules, after: BodyRules) => {
      await commands.profile.saveRules(board, before, after).catch(async (error: unknown) => {
        // What others made of it is what mine is held against from now on: saving once more is meant.
        const now = isFailure(error, 'Conflict') ? await commands.profile.readProfile(board).catch(() => null) : null;
        if (now) {
          replace(board, () => now.profile);
          setMine({ seen: now.profile.rules, rules: changedOver(before, after, now.profile.rules) });
        }
        throw error;
      });
      // Others may have changed other rules.
      const now = await commands.profile.readProfile(board).catch(() => null);
      replace(board, (known) => now?.profile ?? { ...known, rules: after });
      setMine(null);
      announce(t('rules.saved'));
    },
    {
      onKept: (_before, after) => {
        replace(board, (known) => ({ ...known, rules: after }));
        setMine(null);
      },
    },
  );
  const by = otherWriter(saving.error, commands);
  return (
    <form
      className={styles.form}
      aria-labelledby="profile-rules"
      onSubmit={(event) => {
        event.preventDefault();
        if (mine && isChanged && !saving.busy) void saving.run(mine.seen, mine.rules);
      }}
    >
      <h2 id="profile-rules" className={styles.title}>
        {t('rules.title')}
      </h2>
      {mayEdit && <ReadyChoice rules={rules} onChange={change} />}
      <fieldset className={styles.fields} disabled={!mayEdit} aria-labelledby="profile-rules">
        <AgendaRules rules={rules} disabled={!mayEdit} onChange={change} />
        <MeetingRules rules={rules} disabled={!mayEdit} onChange={change} />
      </fieldset>
      {mayEdit && (
        <>
          {isFailure(saving.error, 'Conflict') ? (
            <p className={styles.words} role="alert">
              {by === null ? t('rules.conflict') : t('rules.conflictBy', { name: by })}
            </p>
          ) : (
            saving.error !== null && <FailureState error={saving.error} size="inline" onRetry={saving.retry} />
          )}
          <div className={styles.actions}>
            <Button type="submit" appearance="primary" disabledFocusable={!isChanged || saving.busy}>
              {saving.busy ? t('rules.saving') : t('rules.save')}
            </Button>
            {isChanged && (
              <Button
                onClick={() => {
                  setMine(null);
                  saving.dismiss();
                }}
              >
                {t('rules.undo')}
              </Button>
            )}
            {isChanged && <span className={styles.words}>{t('rules.unsaved')}</span>}
          </div>
        </>
      )}
    </form>
  );
}

/** The rules of a kind of body, to begin with. */
function ReadyChoice({ rules, onChange }: { rules: BodyRules; onChange: (rules: BodyRules) => void }) {
  const { t } = useTranslation('profile');
  const ready = readyProfileOf(rules);
  return (
    <Field label={t('rules.ready')} hint={t('rules.readyHint')}>
      <Select
        value={ready ?? ''}
        onChange={(_, { value }) => {
          const name = READY_NAMES.find((each) => each === value);
          if (name) onChange({ ...READY_PROFILES[name], language: rules.language });
        }}
      >
        {ready === null && <option value="">{t('rules.own')}</option>}
        {READY_NAMES.map((name) => (
          <option key={name} value={name}>
            {t(`rules.readyNames.${name}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
