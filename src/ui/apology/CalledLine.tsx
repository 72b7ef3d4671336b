import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { invitationOf, stands, type SubstituteCall } from '../../meeting/substitutes.ts';
import type { SubstituteAnswer } from '../../meeting/words.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useNotice } from '../kit/Notices.tsx';
import { useAction } from '../kit/useAction.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useRefreshSubstitutes } from '../queries/useSubstitutes.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`, minWidth: 0 },
  words: { flexGrow: 1, flexBasis: '12rem', minWidth: 0, overflowWrap: 'anywhere' },
  aside: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, display: 'block' },
});

interface CalledLineProps {
  readonly file: MeetingFile;
  /** The organiser's copy; null for who may only read. */
  readonly event: CalendarEvent | null;
  readonly call: SubstituteCall;
  readonly calls: readonly SubstituteCall[];
  readonly name: string;
  readonly notMet: boolean;
}

/** One who was called, how they stand, and what whoever called the meeting can do about it. */
export function CalledLine({ file, event, call, calls, name, notMet }: CalledLineProps) {
  const styles = useStyles();
  const { t } = useTranslation('substitutes');
  const commands = useCommands();
  const refresh = useRefreshSubstitutes();
  const tell = useNotice();
  const order = { onKept: () => tell({ text: t('queued') }) };
  const off = useAction(async () => {
    const refused = await (await commands.attendance.substitutes()).callOff(file, event, call);
    await refresh(file, event);
    // What is kept stands; what the calendar would not do is told with its reason, and tried again from here.
    if (refused !== null) throw refused;
    tell({ text: t('calledOff', { name }) });
  }, order);
  const invite = useAction(async () => {
    const refused = event ? await (await commands.attendance.substitutes()).invite(file, event) : null;
    await refresh(file, event);
    if (refused !== null) throw refused;
  }, order);
  const note = useAction(async (answer: SubstituteAnswer) => {
    await (await commands.attendance.substitutes()).note(file, call, answer);
    await refresh(file, event);
  }, order);
  const busy = off.busy || invite.busy || note.busy;
  const more = [
    call.told === 'act' ? '' : t(`told.${call.told}`, { member: call.insteadOf.name }),
    call.calledBy === '' ? '' : t('by', { name: call.calledBy }),
  ].filter((part) => part !== '');
  const lacks = event === null ? { add: [], remove: [] } : invitationOf(calls, event.invitees);
  const isMissing = lacks.add.some((person) => person === call.person);
  const isLeft = lacks.remove.some((person) => person.email === call.person.email);
  return (
    <li className={styles.line}>
      <span className={styles.words}>
        {name}: {notMet ? t('state.notMet') : t(`state.${call.state}`)}
        <span className={styles.aside}>{more.join(' · ')}</span>
        {isMissing && <span className={styles.aside}>{t('notInvited')}</span>}
        {stands(call) && call.person.email === null && <span className={styles.aside}>{t('noAddress')}</span>}
        {isLeft && <span className={styles.aside}>{t('stillInvited', { name })}</span>}
      </span>
      {event && isMissing && (
        <Button size="small" disabledFocusable={busy} onClick={() => void invite.run()}>
          {t('invite', { name })}
        </Button>
      )}
      {event && isLeft && (
        <Button size="small" disabledFocusable={busy} onClick={() => void off.run()}>
          {t('takeOff', { name })}
        </Button>
      )}
      {event && call.state === 'called' && (
        <>
          <Button size="small" disabledFocusable={busy} onClick={() => void note.run('coming')}>
            {t('comes', { name })}
          </Button>
          <Button size="small" disabledFocusable={busy} onClick={() => void note.run('declined')}>
            {t('cannot', { name })}
          </Button>
        </>
      )}
      {event && stands(call) && (
        <Button size="small" appearance="subtle" disabledFocusable={busy} onClick={() => void off.run()}>
          {off.busy ? t('saving') : t('callOff', { name })}
        </Button>
      )}
      {[off, invite, note].map(
        ({ error, retry }, place) => error !== null && <FailureState key={place} error={error} size="inline" onRetry={retry} />,
      )}
    </li>
  );
}
