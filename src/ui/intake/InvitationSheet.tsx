import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvitationPreview } from '../../commands/commands.ts';
import type { Agenda } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { Board, CalendarEvent } from '../../meeting/meeting.ts';
import { HtmlPreview } from '../htmlPreview/HtmlPreview.tsx';
import { PaneSwitch } from '../paneSwitch/PaneSwitch.tsx';
import { useCommands } from '../kit/CommandsContext.tsx';
import { Queried } from '../kit/states/Queried.tsx';

const useStyles = makeStyles({
  sheet: { display: 'grid', gap: tokens.spacingVerticalS, minWidth: 0 },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  lines: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
});

interface InvitationSheetProps {
  readonly event: CalendarEvent;
  readonly agenda: Agenda;
  readonly board: Board;
  /** Items that came, or come now, in a supplementary agenda. */
  readonly supplement: readonly ItemId[];
  readonly children: (preview: InvitationPreview) => ReactNode;
}

/** The invitation as it will be, and below it what can be done with it. */
export function InvitationSheet({ event, agenda, board, supplement, children }: InvitationSheetProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const commands = useCommands();
  const titleId = useId();
  const preview = useQuery({
    queryKey: ['invitation', event.id, board.siteId, agenda, supplement],
    queryFn: () => commands.agenda.previewInvitation(event, agenda, board, supplement),
    staleTime: 0,
  });
  return (
    <Queried query={preview}>
      {(shown) => (
        <>
          <section className={styles.sheet} aria-labelledby={titleId}>
            <h2 id={titleId} className={styles.title}>
              {t('invite.preview')}
            </h2>
            <Looks preview={shown} />
          </section>
          {children(shown)}
        </>
      )}
    </Queried>
  );
}

type View = 'invitation' | 'outside' | 'circle';

/** Exactly what each will see: in the invitation, which all have, and on the agenda's own page. */
function Looks({ preview }: { preview: InvitationPreview }) {
  const styles = useStyles();
  const { t } = useTranslation(['intake', 'sendout']);
  const [view, setView] = useState<View>('invitation');
  const { outside, circle } = preview.pages;
  const choices: readonly (readonly [View, string])[] = [
    ['invitation', t('sendout:views.invitation')],
    ['outside', t('sendout:views.outside')],
    ...(circle === null ? [] : ([['circle', t('sendout:views.circle')]] as const)),
  ];
  return (
    <>
      <PaneSwitch label={t('sendout:views.label')} value={view} choices={choices} onChange={setView} />
      {view === 'invitation' ? (
        <>
          <p className={styles.note}>{t('intake:invite.previewLead')}</p>
          <Lines words={t('intake:invite.goingLines')} lines={preview.goes} />
          <Lines words={t('intake:invite.keptLines')} lines={preview.kept} />
          <HtmlPreview html={preview.html} title={t('intake:invite.preview')} />
        </>
      ) : (
        <>
          <p className={styles.note}>{t(view === 'circle' ? 'sendout:views.circleLead' : 'sendout:views.outsideLead')}</p>
          <HtmlPreview html={(view === 'circle' ? circle : null) ?? outside} title={t(`sendout:views.${view}`)} />
        </>
      )}
    </>
  );
}

/** What of the earlier agenda is told of before it is replaced. */
function Lines({ words, lines }: { words: string; lines: readonly string[] }) {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <div role="note">
      <p className={styles.note}>{words}</p>
      <ul className={styles.lines}>
        {lines.map((line, at) => (
          <li key={at}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
