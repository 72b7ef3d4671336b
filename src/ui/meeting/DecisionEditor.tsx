import { Checkbox, Field, makeStyles, Textarea, ToggleButton, tokens, typographyStyles } from '@fluentui/react-components';
import { CheckmarkRegular, CloudOffRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { asNotTreated, PHRASES, withDecision, withPhrase, type Phrase } from '../../meeting/phrases.ts';
import { LostWords } from './LostWords.tsx';
import { TreatmentConflict } from './TreatmentConflict.tsx';
import type { Saving } from '../kit/autosaver.ts';
import { useTreatment } from './useTreatment.ts';

const useStyles = makeStyles({
  editor: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  phrases: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  phrase: { minWidth: 0, minHeight: '32px' },
  text: { width: '100%', '& textarea': { fieldSizing: 'content', minHeight: '72px', maxHeight: '50vh' } as object },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  saving: {
    ...typographyStyles.caption1,
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '24px',
    color: tokens.colorNeutralForeground2,
  },
});

interface DecisionEditorProps {
  readonly file: MeetingFile;
  readonly item: AgendaItem;
  readonly closed: boolean;
}

/** What was decided: a phrase with one tap, own words, or "ikke behandlet". It saves itself. */
export function DecisionEditor({ file, item, closed }: DecisionEditorProps) {
  const styles = useStyles();
  const { t } = useTranslation('meetingPanel');
  const { value: treatment, saving, clash, unreadable, change, flush, retry, choose, dropUnreadable } = useTreatment(file, item);
  const words = Object.fromEntries(PHRASES.map((phrase) => [phrase, t(`phrase.${phrase}`)])) as Record<Phrase, string>;
  return (
    <div className={styles.editor}>
      <Field label={t('decision')}>
        <Textarea
          className={styles.text}
          resize="none"
          value={treatment.decision}
          onChange={(_, { value }) => change(withDecision(treatment, value))}
          onBlur={flush}
        />
      </Field>
      <div className={styles.phrases} role="group" aria-label={t('phrases')}>
        {PHRASES.map((phrase) => (
          <ToggleButton
            key={phrase}
            size="small"
            shape="circular"
            className={styles.phrase}
            checked={treatment.outcome === phrase}
            onClick={() => change(withPhrase(treatment, phrase, words), true)}
          >
            {words[phrase]}
          </ToggleButton>
        ))}
      </div>
      {closed && (
        <Field label={t('publicDecision')} hint={t('publicHint')}>
          <Textarea
            className={styles.text}
            resize="none"
            value={treatment.publicDecision}
            onChange={(_, { value }) => change({ ...treatment, publicDecision: value })}
            onBlur={flush}
          />
        </Field>
      )}
      <div className={styles.foot}>
        <Checkbox
          label={t('notTreated')}
          checked={treatment.notTreated}
          onChange={(_, { checked }) => change(asNotTreated(treatment, checked === true), true)}
        />
        {clash ? <span className={styles.saving} /> : <SavingWords saving={saving} />}
      </div>
      {saving.kind === 'failed' && <FailureState error={saving.error} size="inline" onRetry={retry} />}
      {clash && <TreatmentConflict mine={clash.mine} theirs={clash.theirs} onChoose={choose} />}
      {unreadable !== null && <LostWords words={unreadable} onTaken={dropUnreadable} />}
    </div>
  );
}

/** Saved or not, in one small place. */
function SavingWords({ saving }: { saving: Saving }) {
  const styles = useStyles();
  const { t } = useTranslation('meetingPanel');
  if (saving.kind === 'quiet') return <span className={styles.saving} />;
  return (
    <span className={styles.saving}>
      {saving.kind === 'saved' && <CheckmarkRegular aria-hidden />}
      {saving.kind === 'kept' && <CloudOffRegular aria-hidden />}
      {t(`save.${saving.kind}`)}
    </span>
  );
}
