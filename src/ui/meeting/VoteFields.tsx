import { Field, Input, makeStyles, Radio, RadioGroup, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withNames } from '../../meeting/castingVote.ts';
import { blankVotes, isVote, tallyOf, type Votes } from '../../meeting/votes.ts';
import { VOTE_SIDES } from '../../meeting/words.ts';

const useStyles = makeStyles({
  votes: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalXS },
  summary: { ...typographyStyles.caption1Strong, cursor: 'pointer', minHeight: '24px', width: 'fit-content' },
  tally: { margin: 0, fontVariantNumeric: 'tabular-nums' },
  wrong: { margin: 0, color: tokens.colorStatusDangerForeground1 },
});

interface VoteFieldsProps {
  /** Whose vote decides where both sides are even: the body's rule, and the names of its chairs. */
  readonly rule: { readonly castingVote: boolean; readonly chairs: readonly string[] };
  readonly votes: Votes | undefined;
  readonly onChange: (votes: Votes) => void;
  readonly onLeave: () => void;
}

/** Who voted for and against, persons or groups with their numbers, counted and held against how many were there. */
export function VoteFields({ rule, votes = blankVotes, onChange, onLeave }: VoteFieldsProps) {
  const styles = useStyles();
  const { t } = useTranslation('meetingPanel');
  const [begunOpen] = useState(isVote(votes));
  const tally = tallyOf(votes);
  const wrong = isVote(votes) && tally.missing !== null && tally.missing !== 0 ? tally.missing : null;
  const chosen = (value: string) => (value === 'for' || value === 'against' ? value : null);
  return (
    <details open={begunOpen}>
      <summary className={styles.summary}>{t('vote.open')}</summary>
      <div className={styles.votes}>
        {VOTE_SIDES.map((side, place) => (
          <Field key={side} label={t(`vote.${side}`)} {...(place === 0 && { hint: t('vote.hint') })}>
            <Input value={votes[side]} onChange={(_, { value }) => onChange(withNames(votes, { [side]: value }, rule))} onBlur={onLeave} />
          </Field>
        ))}
        <Field label={t('vote.present')}>
          <Input
            inputMode="numeric"
            value={votes.present === null ? '' : String(votes.present)}
            onChange={(_, { value }) => onChange({ ...votes, present: /^\d{1,4}$/.test(value.trim()) ? Number(value) : null })}
            onBlur={onLeave}
          />
        </Field>
        {isVote(votes) && (
          <p className={styles.tally} role="status">
            {t('vote.tally', { for: tally.for, against: tally.against, abstained: tally.abstained, total: tally.total })}
          </p>
        )}
        {wrong !== null && (
          <p className={styles.wrong} role="alert">
            {t(wrong > 0 ? 'vote.missing' : 'vote.tooMany', { count: Math.abs(wrong) })}
          </p>
        )}
        {tally.isTied && (rule.castingVote || votes.casting !== null) && (
          <Field label={t('vote.casting')}>
            <RadioGroup value={votes.casting ?? 'none'} onChange={(_, { value }) => onChange({ ...votes, casting: chosen(value) })}>
              <Radio value="none" label={t('vote.none')} />
              <Radio value="for" label={t('vote.for')} />
              <Radio value="against" label={t('vote.against')} />
            </RadioGroup>
          </Field>
        )}
      </div>
    </details>
  );
}
