import { Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ClosedChoice } from '../../commands/commands.ts';

const useStyles = makeStyles({
  words: { margin: 0 },
  members: { display: 'block', color: tokens.colorNeutralForeground2 },
});

/** What stands for "no channel" among the values of the radios. */
const NONE = 'none';

export interface ClosedChannelChoiceProps {
  readonly choices: readonly ClosedChoice[];
  /** The chosen channel's id; null for none; undefined while nothing is chosen. */
  readonly chosen: string | null | undefined;
  readonly onChoose: (channelId: string | null) => void;
  /** Was it tried without a choice? */
  readonly missing: boolean;
}

/** Which private channel is for closed items, each with who can read there. One that says itself that it is the board's is not asked about. */
export function ClosedChannelChoice({ choices, chosen, onChoose, missing }: ClosedChannelChoiceProps) {
  const styles = useStyles();
  const { t } = useTranslation('prepare');
  const bound = choices.find((choice) => choice.bound);
  if (bound) return <p className={styles.words}>{t(bound.channelId === null ? 'room.boundSite' : 'room.bound', { name: bound.name })}</p>;
  if (choices.length === 0) return <p className={styles.words}>{t('room.nobody')}</p>;
  return (
    <Field label={t('room.label')} hint={t('room.hint')} required {...(missing ? { validationMessage: t('room.missing') } : {})}>
      <RadioGroup value={chosen === undefined ? '' : (chosen ?? NONE)} onChange={(_, { value }) => onChoose(value === NONE ? null : value)}>
        {choices.map(({ channelId, name, members }) => (
          <Radio
            key={channelId}
            value={channelId ?? NONE}
            label={
              <>
                {name}
                <span className={styles.members}>{members ? t('room.members', { names: members.join(', ') }) : t('room.membersUnknown')}</span>
              </>
            }
          />
        ))}
        <Radio value={NONE} label={t('room.none')} />
      </RadioGroup>
    </Field>
  );
}
