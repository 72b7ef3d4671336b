import { Button, Checkbox, Field, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaProposal } from '../../commands/commands.ts';
import type { Agenda } from '../../meeting/agenda.ts';
import { itemsOfLines, type ProposedBecause } from '../../meeting/agendaProposal.ts';
import type { Board, CalendarEvent } from '../../meeting/meeting.ts';
import { READY_NAMES } from '../../meeting/readyProfiles.ts';
import { longDay } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { Queried } from '../kit/states/Queried.tsx';
import { BoardChoice } from './BoardChoice.tsx';
import { emptyIntake } from './fitToEvent.ts';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    justifyItems: 'start',
    padding: tokens.spacingHorizontalL,
    maxWidth: '48rem',
  },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  group: { margin: 0, padding: 0, border: 0, minWidth: 0, overflowWrap: 'anywhere' },
  legend: { ...typographyStyles.body1Strong, padding: 0 },
  line: { display: 'flex' },
});

const GROUPS: readonly ProposedBecause[] = ['approval', 'standing', 'template', 'comesBack', 'wheel', 'backlog'];

interface BeginAgendaProps {
  readonly event: CalendarEvent;
  readonly onBegin: (agenda: Agenda) => void;
  readonly onBack: () => void;
}

/** What a new agenda may begin with, as one proposal of which the secretary keeps what is to be on it. */
export default function BeginAgenda({ event, onBegin, onBack }: BeginAgendaProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const [board, setBoard] = useState<Board | null>(null);
  const [agenda] = useState(() => emptyIntake(event, '').agenda);
  return (
    <section className={styles.page}>
      <Button appearance="subtle" icon={<ChevronLeftRegular />} onClick={onBack}>
        {t('begin.back')}
      </Button>
      <h1 className={styles.title}>{t('begin.title')}</h1>
      <p className={styles.words}>{t('begin.intro')}</p>
      <BoardChoice event={event} agenda={agenda} board={board} onBoard={setBoard} />
      {board && <Sources key={board.siteId} board={board} event={event} onBegin={(items) => onBegin({ ...agenda, items })} />}
    </section>
  );
}

interface SourcesProps {
  readonly board: Board;
  readonly event: CalendarEvent;
  readonly onBegin: (items: Agenda['items']) => void;
}

function Sources({ board, event, onBegin }: SourcesProps) {
  const { t } = useTranslation('intake');
  const language = useLanguage();
  const commands = useCommands();
  const [template, setTemplate] = useState<AgendaProposal['template'] | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['proposeAgenda', board.siteId, event.key, template],
    queryFn: async () => (await commands.backlog()).proposeAgenda(board, event, template),
    gcTime: 0,
  });
  return (
    <Queried query={{ data, error, refetch }}>
      {(proposal) => (
        <>
          <Field label={t('begin.from')}>
            <Select
              value={template ?? (proposal.last === null ? proposal.template : '')}
              onChange={(_, { value }) => setTemplate(READY_NAMES.find((name) => name === value) ?? null)}
            >
              {proposal.last && (
                <option value="">{t('begin.last', { title: proposal.last.title, day: longDay(proposal.last.day, language) })}</option>
              )}
              {READY_NAMES.map((name) => (
                <option key={name} value={name}>
                  {t(`begin.templates.${name}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Lines key={`${template}`} proposal={proposal} onBegin={onBegin} />
        </>
      )}
    </Queried>
  );
}

function Lines({ proposal, onBegin }: { proposal: AgendaProposal; onBegin: SourcesProps['onBegin'] }) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const { lines, numbering, isPrepared } = proposal;
  const [kept, setKept] = useState<ReadonlySet<string>>(() => new Set(lines.filter(({ ticked }) => ticked).map(({ item }) => item.id)));
  const keep = (id: string, yes: boolean) => setKept(new Set(yes ? [...kept, id] : [...kept].filter((each) => each !== id)));
  const chosen = lines.filter(({ item }) => kept.has(item.id));
  return (
    <>
      {GROUPS.filter((because) => lines.some((line) => line.because === because)).map((because) => (
        <fieldset key={because} className={styles.group}>
          <legend className={styles.legend}>{t(`begin.because.${because}`)}</legend>
          {lines
            .filter((line) => line.because === because)
            .map(({ item, proposal: from }) => {
              const asides = [
                item.openness === 'closed' ? t('begin.closed') : null,
                from?.origin ? t('begin.fromWords', { words: from.origin.words }) : null,
              ].filter((aside) => aside !== null);
              return (
                <div key={item.id} className={styles.line}>
                  <Checkbox
                    label={asides.length === 0 ? item.title : `${item.title} (${asides.join(', ')})`}
                    checked={kept.has(item.id)}
                    onChange={(_, { checked }) => keep(item.id, checked === true)}
                  />
                </div>
              );
            })}
        </fieldset>
      ))}
      {!isPrepared && <p className={styles.words}>{t('begin.notPrepared')}</p>}
      <Button
        appearance="primary"
        disabledFocusable={chosen.length === 0}
        onClick={() => chosen.length > 0 && onBegin(itemsOfLines(chosen, numbering))}
      >
        {t('begin.make', { count: chosen.length })}
      </Button>
    </>
  );
}
