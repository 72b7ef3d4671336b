import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { missingOutcomes } from '../../meeting/minutes.ts';
import { mayEditAgenda, mayPublish, mayRecord } from '../../meeting/permissions.ts';
import { LinkButton } from '../kit/LinkButton.tsx';
import { printRoute } from '../kit/route.ts';
import { useNow } from '../kit/useNow.ts';
import { useNarrow } from '../kit/useWide.ts';
import { useFacts } from '../queries/useFacts.ts';
import type { NextStep } from '../../meeting/nextStep.ts';

const useStyles = makeStyles({
  links: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    '@media (max-width: 479px)': { columnGap: tokens.spacingHorizontalS },
    '@media print': { display: 'none' },
  },
  link: { '@media (max-width: 479px)': { fontSize: tokens.fontSizeBase200 } },
});

/** How many pages a narrow pane names beside the next step; the others stand behind a sign. */
const NARROW_LINKS = 2;

interface MeetingLinksProps {
  readonly file: MeetingFile;
  readonly event: CalendarEvent | null;
  readonly step: NextStep;
}

/** What can be done with the meeting now: one button for the next step, the rest as quiet links. */
export function MeetingLinks({ file, event, step }: MeetingLinksProps) {
  const styles = useStyles();
  const { t } = useTranslation(['agenda', 'sendout']);
  const narrow = useNarrow();
  const [all, setAll] = useState(false);
  const published = file.status.minutes === 'published';
  const facts = useFacts(file, event);
  const now = useNow();
  const open = {
    record: mayRecord(facts),
    publish: mayPublish(facts),
    // It ends in the invitation, and only the organiser's copy of it reaches everybody.
    revise: mayEditAgenda({ event }) && !published,
    minutes: published,
  };
  // Before the meeting there is an agenda to work on. Decisions come with the meeting, and there is nothing to publish until there are any.
  const isAhead = now < new Date((event ?? file.occasion).start);
  const pages = isAhead ? (['revise', 'record'] as const) : (['record', 'publish', 'revise', 'minutes'] as const);
  const hasOutcomes = missingOutcomes(file.agenda, file.treatments).length === 0 && file.treatments.length > 0;
  const ahead = isAhead && (hasOutcomes || published) ? (['publish', 'minutes'] as const) : [];
  const others = [...pages, ...ahead].filter((page) => page !== step && open[page]);
  if (step === null && others.length === 0 && !open.record) return null;
  const href = (page: 'record' | 'publish' | 'revise' | 'minutes') => printRoute({ page, pointer: file.pointer });
  const places = [
    ...others.map((page) => ({ page, to: href(page) })),
    ...(open.record ? [{ page: 'body' as const, to: printRoute({ page: 'body', siteId: file.pointer.siteId, from: file.pointer }) }] : []),
  ];
  const isFolded = narrow && places.length > NARROW_LINKS;
  const shown = isFolded && !all ? places.slice(0, NARROW_LINKS) : places;
  return (
    <nav className={styles.links} aria-label={t('agenda:links.label')}>
      {step && (
        <LinkButton appearance="primary" href={href(step)}>
          {t(`agenda:links.${step}`)}
        </LinkButton>
      )}
      {shown.map(({ page, to }) => (
        <Link key={page} className={styles.link} href={to}>
          {t(`agenda:links.${page}`)}
        </Link>
      ))}
      {isFolded && (
        <Button
          appearance="subtle"
          size="small"
          icon={<MoreHorizontalRegular />}
          aria-label={t('sendout:morePages')}
          title={t('sendout:morePages')}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        />
      )}
    </nav>
  );
}
