import { Button, Checkbox, Field, makeStyles, mergeClasses, Textarea, ToggleButton, tokens, typographyStyles } from '@fluentui/react-components';
import { CheckmarkRegular, CloudOffRegular } from '@fluentui/react-icons';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import type { MeetingFile, Treatment } from '../../meeting/meeting.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { asNotTreated, PHRASES, phrasesFor, withDecision, withPhrase, withRecommendation, type Phrase } from '../../meeting/phrases.ts';
import { useProfile } from '../queries/useProfile.ts';
import { withQuotation } from '../../meeting/transcript.ts';
import { lazyPart } from '../kit/lazyPart.ts';
import { useChosenLook } from '../kit/useChosenLook.ts';
import { RichTextField } from '../richText/RichTextField.tsx';
import { LostWords } from './LostWords.tsx';
import { TreatmentConflict } from './TreatmentConflict.tsx';
import type { Saving } from '../kit/autosaver.ts';
import { VoteFields } from './VoteFields.tsx';
import { useTreatment } from './useTreatment.ts';

const TranscriptPart = lazyPart(() => import('./TranscriptPart.tsx'));

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
  summary: { ...typographyStyles.caption1Strong, cursor: 'pointer', minHeight: '24px', width: 'fit-content' },
});

interface DecisionEditorProps {
  readonly file: MeetingFile;
  readonly item: AgendaItem;
  readonly closed: boolean;
  /** Which of the item's decisions. */
  readonly nth: number;
  /** Who wrote it last, where that was somebody else. */
  readonly writtenBy: string | null;
}

/** What was decided: a phrase with one tap or one key, own words, or "ikke behandlet". It saves itself. */
export function DecisionEditor({ file, item, closed, nth, writtenBy }: DecisionEditorProps) {
  const styles = useStyles();
  const { t } = useTranslation('meetingPanel');
  const { value: treatment, saving, clash, clashBy, unreadable, change, flush, retry, choose, dropUnreadable } = useTreatment(file, item, nth);
  const { members, rules } = useProfile(file.board);
  const chairs = members.filter(({ roles }) => roles.includes('chair')).map(({ person }) => person.name);
  const rule = { castingVote: rules.castingVote, chairs };
  return (
    <div className={styles.editor} data-decision={nth}>
      <RichTextField
        label={nth === 1 ? t('decision') : t('decisionNo', { number: nth })}
        begins="plain"
        value={treatment.decision}
        onChange={(text) => change(withDecision(treatment, text))}
        onLeave={flush}
      />
      <PhraseButtons item={item} treatment={treatment} isFirst={nth === 1} onChange={(next) => change(next, true)} />
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
      {nth === 1 && <VoteFields rule={rule} votes={treatment.votes} onChange={(votes) => change({ ...treatment, votes })} onLeave={flush} />}
      {nth === 1 && <MoreTexts treatment={treatment} onChange={change} onLeave={flush} />}
      {nth === 1 && (
        <Suspense fallback={null}>
          <TranscriptPart
            file={file}
            item={item}
            onQuote={(line) => change({ ...treatment, notes: withQuotation(treatment.notes ?? '', line) }, true)}
          />
        </Suspense>
      )}
      <div className={styles.foot}>
        {nth === 1 && (
          <Checkbox
            label={t('notTreated')}
            checked={treatment.notTreated}
            onChange={(_, { checked }) => change(asNotTreated(treatment, checked === true), true)}
          />
        )}
        {clash ? <span className={styles.saving} /> : <SavingWords saving={saving} writtenBy={writtenBy} />}
      </div>
      {saving.kind === 'failed' && <FailureState error={saving.error} size="inline" onRetry={retry} />}
      {clash && <TreatmentConflict mine={clash.mine} theirs={clash.theirs} by={clashBy ?? writtenBy} onChoose={choose} />}
      {unreadable !== null && <LostWords words={unreadable} onTaken={dropUnreadable} />}
    </div>
  );
}

interface PhraseButtonsProps {
  readonly item: AgendaItem;
  readonly treatment: Treatment;
  readonly isFirst: boolean;
  readonly onChange: (next: Treatment) => void;
}

/** The words of practice, the likely ones for this kind of item first; the panel's keys press them by their place. */
function PhraseButtons({ item, treatment, isFirst, onChange }: PhraseButtonsProps) {
  const styles = useStyles();
  const { t } = useTranslation('meetingPanel');
  const chosen = useChosenLook();
  const [all, setAll] = useState(false);
  const words = Object.fromEntries(PHRASES.map((phrase) => [phrase, t(`phrase.${phrase}`)])) as Record<Phrase, string>;
  const { likely, others } = phrasesFor(item.type);
  const shown = [...likely, ...others.filter((phrase) => all || treatment.outcome === phrase)];
  const recommended = item.sections.filter(({ role, text }) => role === 'recommendation' && text.trim() !== '').map(({ text }) => text);
  return (
    <div className={styles.phrases} role="group" aria-label={t('phrases')}>
      {shown.map((phrase, place) => (
        <ToggleButton
          key={phrase}
          size="small"
          shape="circular"
          className={mergeClasses(styles.phrase, treatment.outcome === phrase && chosen)}
          checked={treatment.outcome === phrase}
          aria-keyshortcuts={`Alt+${place + 1}`}
          data-phrase={place + 1}
          onClick={() => onChange(withPhrase(treatment, phrase, words))}
        >
          {words[phrase]}
        </ToggleButton>
      ))}
      {shown.length < PHRASES.length && (
        <Button size="small" appearance="subtle" shape="circular" onClick={() => setAll(true)}>
          {t('morePhrases')}
        </Button>
      )}
      {isFirst && recommended.length > 0 && (
        <Button
          size="small"
          shape="circular"
          aria-keyshortcuts="Alt+0"
          data-phrase={0}
          onClick={() => onChange(withRecommendation(treatment, recommended, words))}
        >
          {t('asRecommended')}
        </Button>
      )}
    </div>
  );
}

interface MoreTextsProps {
  readonly treatment: Treatment;
  readonly onChange: (next: Treatment) => void;
  readonly onLeave: () => void;
}

/** Dissent, which is printed, and notes, which never are: folded until there are any. */
function MoreTexts({ treatment, onChange, onLeave }: MoreTextsProps) {
  const styles = useStyles();
  const { t } = useTranslation('meetingPanel');
  const written = (treatment.notes ?? '') !== '' || (treatment.dissent ?? '') !== '';
  // Opens by itself once there is something in it (a quotation from the transcript too), and never closes under whoever writes.
  const [opened, setOpened] = useState(written);
  if (written && !opened) setOpened(true);
  return (
    <details open={opened}>
      <summary className={styles.summary}>{t('moreTexts')}</summary>
      <Field label={t('dissent')} hint={t('dissentHint')}>
        <Textarea
          className={styles.text}
          resize="none"
          value={treatment.dissent ?? ''}
          onChange={(_, { value }) => onChange({ ...treatment, dissent: value })}
          onBlur={onLeave}
        />
      </Field>
      <Field label={t('notes')} hint={t('notesHint')}>
        <Textarea
          className={styles.text}
          resize="none"
          value={treatment.notes ?? ''}
          onChange={(_, { value }) => onChange({ ...treatment, notes: value })}
          onBlur={onLeave}
        />
      </Field>
    </details>
  );
}

/** Saved or not, in one small place; where all is quiet, whose words they are. */
function SavingWords({ saving, writtenBy }: { saving: Saving; writtenBy: string | null }) {
  const styles = useStyles();
  const { t } = useTranslation('meetingPanel');
  if (saving.kind === 'quiet') return <span className={styles.saving}>{writtenBy === null ? null : t('writtenBy', { name: writtenBy })}</span>;
  return (
    <span className={styles.saving}>
      {saving.kind === 'saved' && <CheckmarkRegular aria-hidden />}
      {saving.kind === 'kept' && <CloudOffRegular aria-hidden />}
      {t(`save.${saving.kind}`)}
    </span>
  );
}
