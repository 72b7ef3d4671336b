import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OtherAgenda } from '../../commands/commands.ts';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { mayEditAgenda } from '../../meeting/permissions.ts';
import { whenWords } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { printRoute } from '../kit/route.ts';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction } from '../kit/useAction.ts';
import { keys } from '../queries/keys.ts';

const useStyles = makeStyles({
  notice: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  words: { margin: 0, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

interface OtherAgendasProps {
  readonly event: CalendarEvent;
  /** The agenda that the invitation shows instead of its own. */
  readonly other: OtherAgenda | undefined;
  /** The rows are to be this meeting's. */
  readonly onTake: (file: MeetingFile) => void;
  /** An agenda of its own is to be made from that one. */
  readonly onBegin: (file: MeetingFile) => void;
}

/** Agendas that a meeting without one may mean: that of another meeting in its invitation, and those left where its series was before it was moved. */
export default function OtherAgendas({ event, other, onTake, onBegin }: OtherAgendasProps) {
  const commands = useCommands();
  const mayEdit = mayEditAgenda({ event });
  const stray = useQuery({
    queryKey: keys.stray(event.id),
    queryFn: () => commands.find.strayAgendas(event),
    enabled: mayEdit && event.seriesId !== undefined,
    staleTime: 60_000,
  });
  const strays = (stray.data ?? []).filter(({ pointer }) => pointer.key !== other?.pointer.key).slice(0, 3);
  return (
    <>
      {other && <Offer agenda={other} kind={other.kinship} mayEdit={mayEdit} onTake={onTake} onBegin={onBegin} />}
      {strays.map((agenda) => (
        <Offer key={agenda.pointer.key} agenda={agenda} kind="stray" mayEdit={mayEdit} onTake={onTake} onBegin={onBegin} />
      ))}
    </>
  );
}

interface OfferProps extends Pick<OtherAgendasProps, 'onTake' | 'onBegin'> {
  readonly agenda: OtherAgenda;
  readonly kind: OtherAgenda['kinship'] | 'stray';
  readonly mayEdit: boolean;
}

function Offer({ agenda, kind, mayEdit, onTake, onBegin }: OfferProps) {
  const styles = useStyles();
  const { t } = useTranslation('calendar');
  const language = useLanguage();
  const commands = useCommands();
  const fetching = useAction(async (then: (file: MeetingFile) => void) => then(await commands.find.openMeeting(agenda.pointer)));
  return (
    <div className={styles.notice} role="note">
      <p className={styles.words}>{t(`other.${kind}`, { title: agenda.title, when: whenWords(agenda.occasion, language) })}</p>
      {fetching.error !== null && <FailureState error={fetching.error} size="inline" onRetry={fetching.retry} />}
      <div className={styles.actions}>
        {mayEdit && (kind === 'stray' || kind === 'sameTime') && (
          <Button disabledFocusable={fetching.busy} onClick={() => void fetching.run(onTake)}>
            {t(fetching.busy ? 'other.busy' : 'other.take')}
          </Button>
        )}
        {mayEdit && kind !== 'stray' && (
          <Button disabledFocusable={fetching.busy} onClick={() => void fetching.run(onBegin)}>
            {t(fetching.busy ? 'other.busy' : 'other.begin')}
          </Button>
        )}
        <Link href={printRoute({ page: 'agenda', pointer: agenda.pointer })}>{t('other.open')}</Link>
      </div>
    </div>
  );
}
