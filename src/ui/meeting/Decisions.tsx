import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { AddRegular, EditRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import { saysTheSame } from '../../meeting/corrections.ts';
import { decisionId, furtherOf, placeOfDecision } from '../../meeting/decisions.ts';
import type { MeetingFile, MinutesLine } from '../../meeting/meeting.ts';
import { minutesLines } from '../../meeting/minutesLines.ts';
import { treatmentOf } from '../../meeting/run.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { LinkButton } from '../kit/LinkButton.tsx';
import { printRoute } from '../kit/route.ts';
import { useMe } from '../queries/useMe.ts';
import { treatmentKey } from '../treatment/keptTreatment.ts';
import { DecisionEditor } from './DecisionEditor.tsx';
import { PublishedDecision } from './PublishedDecision.tsx';

const useStyles = makeStyles({
  decisions: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  correction: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  words: { margin: 0 },
});

interface DecisionsProps {
  readonly file: MeetingFile;
  readonly item: AgendaItem;
  readonly closed: boolean;
  readonly writers: Readonly<Record<string, string>>;
}

/**
 * The decisions of an item, each a field of its own. What has been published is read, and changed only by somebody who says that it is to be
 * corrected: then it is shown beside what everybody has read.
 */
export function Decisions({ file, item, closed, writers }: DecisionsProps) {
  const styles = useStyles();
  const { t } = useTranslation('meetingPanel');
  const [correcting, setCorrecting] = useState(false);
  const published = file.minutes?.lines.find(({ itemId }) => itemId === item.id) ?? null;
  const isChanged = published !== null && !saysTheSame(published, lineNow(file, item) ?? published);
  if (published !== null && !correcting && !isChanged) {
    return (
      <div className={styles.decisions}>
        <PublishedDecision line={published} />
        <p className={styles.words}>{t('published', { version: file.minutes?.version ?? 1 })}</p>
        <div>
          <Button icon={<EditRegular />} onClick={() => setCorrecting(true)}>
            {t('correct')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className={styles.decisions}>
      {published !== null && (
        <div className={styles.correction} role="note">
          <p className={styles.title}>{t('correction.title')}</p>
          <p className={styles.words}>{t('correction.words', { version: file.minutes?.version ?? 1 })}</p>
          <PublishedDecision line={published} />
          <LinkButton appearance="secondary" href={printRoute({ page: 'publish', pointer: file.pointer })}>
            {t('correction.publish')}
          </LinkButton>
        </div>
      )}
      <Editors file={file} item={item} closed={closed} writers={writers} />
    </div>
  );
}

/** A field for each decision, and a button for one more. */
function Editors({ file, item, closed, writers }: DecisionsProps) {
  const styles = useStyles();
  const { t } = useTranslation('meetingPanel');
  const me = useMe();
  const treatment = treatmentOf(file.agenda, file.treatments, item);
  const last = Math.max(1, ...(treatment.further ?? []).map(({ itemId }) => placeOfDecision(itemId).nth));
  const { added, add } = useAdded(file, item, last + 1);
  const shown = [...new Set([1, ...furtherOf(treatment).map(({ itemId }) => placeOfDecision(itemId).nth), ...added])].sort((a, b) => a - b);
  const writtenBy = (nth: number) => {
    const name = writers[decisionId(item.id, nth)] ?? '';
    return name === '' || name === me?.name ? null : name;
  };
  return (
    <>
      {shown.map((nth) => (
        <DecisionEditor key={nth} file={file} item={item} closed={closed} nth={nth} writtenBy={writtenBy(nth)} />
      ))}
      <div className={styles.words}>
        <Button size="small" appearance="subtle" icon={<AddRegular />} onClick={() => add(Math.max(last, ...added) + 1)}>
          {t('addDecision')}
        </Button>
      </div>
    </>
  );
}

/** The decisions begun here that no row has yet: those of this visit, and one whose words this device kept of an earlier one. */
function useAdded(file: MeetingFile, item: AgendaItem, next: number) {
  const { drafts } = useCommands();
  const [added, setAdded] = useState<readonly number[]>([]);
  const add = (nth: number) => setAdded((now) => [...now, nth]);
  const kept = treatmentKey(file, { id: decisionId(item.id, next) });
  useEffect(() => {
    let gone = false;
    drafts.read(kept).then(
      (text) => text !== null && !gone && setAdded((now) => [...now, next]),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [drafts, kept, next]);
  return { added, add };
}

/** The item's line as it would be published now to whoever reads the minutes here. */
function lineNow(file: MeetingFile, item: AgendaItem): MinutesLine | null {
  const lines = minutesLines(file.agenda, file.treatments, file.minutes?.audience ?? 'circle');
  return lines.find(({ itemId }) => itemId === item.id) ?? null;
}
