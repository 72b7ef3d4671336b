import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { samePerson } from '../../meeting/apologies.ts';
import { isFailure } from '../../meeting/errors.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { maySeeSubstitutes } from '../../meeting/permissions.ts';
import { memberOf, plainProfile } from '../../meeting/profile.ts';
import { stands, type SubstituteCall } from '../../meeting/substitutes.ts';
import type { SubstituteAnswer, SubstituteWord } from '../../meeting/words.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useNotice } from '../kit/Notices.tsx';
import { useAction } from '../kit/useAction.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useFacts } from '../queries/useFacts.ts';
import { useRefreshSubstitutes, useSubstitutes } from '../queries/useSubstitutes.ts';
import { useMe } from '../queries/useMe.ts';
import { TellStaff } from './TellStaff.tsx';
import { useTellStaff } from './useTellStaff.ts';
import Substitutes from './Substitutes.tsx';

const useStyles = makeStyles({
  section: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalS,
    '@media print': { display: 'none' },
  },
  words: { margin: 0, overflowWrap: 'anywhere' },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/**
 * The stand-ins for somebody who does not send the invitation: the secretary and the chair see all of them, and whoever was called is asked. Other members ask for
 * nothing.
 */
export default function SubstitutesHere({ file, event }: { file: MeetingFile; event: CalendarEvent | null }) {
  const styles = useStyles();
  const facts = useFacts(file, event);
  const { me, profile } = facts;
  if (maySeeSubstitutes(facts))
    return (
      <div className={styles.section}>
        <Substitutes file={file} event={event} />
      </div>
    );
  // The profile is not here yet: a whole body opens its agenda at one moment, and its members ask for nothing.
  if (profile === plainProfile) return null;
  const votes = me !== null && (memberOf(profile, me)?.votes ?? false);
  return me === null || votes || profile.rules.substitutes === 'none' ? null : (
    <MyCalls file={file} event={event} word={profile.rules.substituteWord} me={me} />
  );
}

interface MyCallsProps {
  readonly file: MeetingFile;
  readonly event: CalendarEvent | null;
  readonly word: SubstituteWord;
  readonly me: Parameters<typeof samePerson>[0];
}

function MyCalls({ file, event, word, me }: MyCallsProps) {
  const styles = useStyles();
  const { t } = useTranslation('substitutes');
  const { data, error, refetch } = useSubstitutes(file, event);
  // One who comes has a line of their own as long as they do; what was before it is not told again.
  const mine = (data?.calls ?? []).filter(({ person }) => samePerson(person, me));
  if (error !== null && data === undefined && !isFailure(error, 'SiteNotPrepared'))
    return <FailureState error={error} size="inline" onRetry={() => void refetch()} />;
  const shown = mine.some(stands) ? mine.filter(stands) : mine.slice(-1);
  if (shown.length === 0) return null;
  return (
    <section className={styles.section} aria-label={t('mine.title')}>
      {shown.map((call) => (
        <MyCall key={`${call.place} ${call.insteadOf.name}`} file={file} event={event} call={call} word={word} />
      ))}
    </section>
  );
}

function MyCall({ file, event, call, word }: Pick<MyCallsProps, 'file' | 'event' | 'word'> & { readonly call: SubstituteCall }) {
  const styles = useStyles();
  const { t } = useTranslation(['substitutes', 'apologySheet']);
  const commands = useCommands();
  const refresh = useRefreshSubstitutes();
  const tell = useNotice();
  const me = useMe();
  const topic =
    me === null || !stands(call)
      ? null
      : // Outlook tells whoever called the meeting.
        ({ news: { kind: 'declined', name: me.name, member: call.insteadOf.name }, know: [me, event?.organizer ?? null] } as const);
  const staff = useTellStaff(file, topic === null ? [] : [topic]);
  const answer = useAction(
    async (what: SubstituteAnswer) => {
      const verbs = await commands.attendance.substitutes();
      const told = what === 'declined' && topic ? await staff.staffFor(topic).catch(() => null) : null;
      const refused = await verbs.answer(file, event, call, what, { staff: told, onUntold: () => tell({ text: t('apologySheet:staff.untold') }) });
      tell({ text: t(refused === null ? 'substitutes:mine.saved' : 'substitutes:mine.unanswered') });
      await refresh(file, event);
    },
    { onKept: () => tell({ text: t('substitutes:queued') }) },
  );
  const told = { word: t(`substitutes:word.${word}.one`), member: call.insteadOf.name };
  // My own yes in the calendar is seen by the organiser; here it stands as the calendar's answer above.
  const said = call.state === 'called' && event?.myAnswer === 'accepted' ? 'coming' : call.state;
  return (
    <>
      <p className={styles.words}>{t(call.told === 'comes' ? 'substitutes:mine.comes' : `substitutes:mine.${said}`, told)}</p>
      {stands(call) && (
        <div className={styles.line}>
          {said === 'called' && (
            <Button appearance="primary" disabledFocusable={answer.busy} onClick={() => void answer.run('coming')}>
              {t('substitutes:mine.yes', told)}
            </Button>
          )}
          <Button disabledFocusable={answer.busy} onClick={() => void answer.run('declined')}>
            {t('substitutes:mine.no')}
          </Button>
        </div>
      )}
      {stands(call) && <TellStaff question={staff.question} />}
      {answer.error !== null && <FailureState error={answer.error} size="inline" onRetry={answer.retry} />}
    </>
  );
}
