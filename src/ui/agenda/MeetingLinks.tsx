import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { LinkButton } from '../kit/LinkButton.tsx';
import { printRoute } from '../kit/route.ts';
import type { NextStep } from '../../meeting/nextStep.ts';

const useStyles = makeStyles({
  links: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    '@media print': { display: 'none' },
  },
});

/** What can be done with the meeting now: one button for the next step, the rest as quiet links. */
export function MeetingLinks({ file, step, organizer }: { file: MeetingFile; step: NextStep; organizer: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation('agenda');
  const pages = organizer ? (['record', 'publish', 'revise', 'minutes'] as const) : (['minutes'] as const);
  const others = pages.filter(
    (page) =>
      page !== step && (page !== 'minutes' || file.status.minutes === 'published') && (page !== 'revise' || file.status.minutes !== 'published'),
  );
  if (step === null && others.length === 0) return null;
  const href = (page: 'record' | 'publish' | 'revise' | 'minutes') => printRoute({ page, pointer: file.pointer });
  return (
    <nav className={styles.links} aria-label={t('links.label')}>
      {step && (
        <LinkButton appearance="primary" href={href(step)}>
          {t(`links.${step}`)}
        </LinkButton>
      )}
      {others.map((page) => (
        <Link key={page} href={href(page)}>
          {t(`links.${page}`)}
        </Link>
      ))}
    </nav>
  );
}
