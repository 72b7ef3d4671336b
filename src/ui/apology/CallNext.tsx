import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFailure } from '../../meeting/errors.ts';
import type { Apology, CalendarEvent, MeetingFile, Person } from '../../meeting/meeting.ts';
import { callsFor, type SubstituteCall } from '../../meeting/substitutes.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useNotice } from '../kit/Notices.tsx';
import { useAction } from '../kit/useAction.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useRefreshSubstitutes } from '../queries/useSubstitutes.ts';
import { useMe } from '../queries/useMe.ts';
import { TellStaff } from './TellStaff.tsx';
import { useTellStaff, type StaffTopic } from './useTellStaff.ts';
import { SubstituteField } from './SubstituteField.tsx';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  more: { cursor: 'pointer', minHeight: '24px', width: 'fit-content' },
  form: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start', minWidth: 0, paddingBlock: tokens.spacingVerticalXS },
  words: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

interface CallNextProps {
  readonly file: MeetingFile;
  readonly event: CalendarEvent;
  readonly apology: Apology;
  readonly calls: readonly SubstituteCall[];
  /** By the body's rule, the likeliest first. */
  readonly candidates: readonly Person[];
}

/** Who is called for somebody: the next by the body's rule in one press, or another who is searched for. */
export function CallNext({ file, event, apology, calls, candidates }: CallNextProps) {
  const styles = useStyles();
  const { t } = useTranslation(['substitutes', 'apologySheet']);
  const commands = useCommands();
  const refresh = useRefreshSubstitutes();
  const tell = useNotice();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Person | null>(null);
  const [next, ...others] = candidates;
  const shown = chosen ?? next;
  const me = useMe();
  const topicOf = ({ name }: Person): StaffTopic => ({ news: { kind: 'called', name, member: apology.person.name }, know: [me] });
  const staff = useTellStaff(file, shown ? [topicOf(shown)] : []);
  const before = callsFor(calls, apology.person).length;
  const call = useAction(
    async (person: Person) => {
      try {
        const verbs = await commands.attendance.substitutes();
        const told = await staff.staffFor(topicOf(person)).catch(() => null);
        const onUntold = () => tell({ text: t('apologySheet:staff.untold') });
        const refused = await verbs.call(file, event, { person, insteadOf: apology.person, staff: told, onUntold }, calls);
        tell({ text: t(refused === null ? 'substitutes:called' : 'substitutes:calledOnly', { name: person.name }) });
      } catch (error) {
        if (!isFailure(error, 'Conflict')) throw error;
        const { reason, by = '' } = error.detail;
        const over = reason === 'over' ? t('substitutes:refused.over') : null;
        tell({
          text:
            over ??
            (reason === 'comes' ? t('substitutes:refused.comes', { member: apology.person.name }) : t('substitutes:refused.first', { name: by })),
        });
      }
      setText('');
      setChosen(null);
      await refresh(file, event);
    },
    { onKept: () => tell({ text: t('substitutes:queued') }) },
  );
  return (
    <>
      {apology.substitute !== null && <p className={styles.words}>{t('substitutes:named', { name: apology.substitute })}</p>}
      {next && (
        <div className={styles.line}>
          {[next, ...others.slice(0, 2)].map((person, place) => (
            <Button
              key={person.id ?? person.email ?? person.name}
              size="small"
              appearance={place === 0 ? 'primary' : 'secondary'}
              disabledFocusable={call.busy || call.kept}
              onClick={() => void call.run(person)}
            >
              {call.busy
                ? t('substitutes:calling')
                : t(place === 0 && before > 0 ? 'substitutes:callNext' : 'substitutes:call', { name: person.name })}
            </Button>
          ))}
        </div>
      )}
      {!next && before > 0 && <p className={styles.words}>{t('substitutes:nobodyNext')}</p>}
      <CallOther
        chosen={chosen}
        busy={call.busy}
        mayCall={!call.busy && !call.kept}
        text={text}
        onText={setText}
        onChosen={setChosen}
        onCall={(person) => void call.run(person)}
      />
      <TellStaff question={staff.question} />
      {call.error !== null && <FailureState error={call.error} size="inline" onRetry={call.retry} />}
    </>
  );
}

interface CallOtherProps {
  readonly text: string;
  readonly chosen: Person | null;
  readonly busy: boolean;
  readonly mayCall: boolean;
  readonly onText: (text: string) => void;
  readonly onChosen: (person: Person | null) => void;
  readonly onCall: (person: Person) => void;
}

/** Somebody else than the rule offers, who has to be found in the directory. */
function CallOther({ text, chosen, busy, mayCall, onText, onChosen, onCall }: CallOtherProps) {
  const styles = useStyles();
  const { t } = useTranslation('substitutes');
  return (
    <details>
      <summary className={styles.more}>{t('other')}</summary>
      <div className={styles.form}>
        <SubstituteField
          value={text}
          label={t('search')}
          hint={t('searchHint')}
          mustPick
          onChange={(name) => {
            onText(name);
            onChosen(null);
          }}
          onPerson={onChosen}
        />
        {chosen && (
          <Button size="small" disabledFocusable={!mayCall} onClick={() => onCall(chosen)}>
            {busy ? t('calling') : t('call', { name: chosen.name })}
          </Button>
        )}
      </div>
    </details>
  );
}
