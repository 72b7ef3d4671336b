import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicationPreview } from '../../commands/commands.ts';
import { HtmlPreview } from '../htmlPreview/HtmlPreview.tsx';
import { mentionsInBold } from '../htmlPreview/mentionsInBold.ts';
import { AttendanceParts } from '../minutesLines/AttendanceParts.tsx';
import { MinutesLines } from '../minutesLines/MinutesLines.tsx';
import { PaneSwitch } from '../paneSwitch/PaneSwitch.tsx';

const useStyles = makeStyles({
  looks: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  sheet: {
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

type View = 'members' | 'outsiders' | 'channel';

/** Exactly how it will look: to the closed circle (where anything is closed), to everybody else, and in the channel. */
export function Looks({ preview }: { preview: PublicationPreview }) {
  const styles = useStyles();
  const { t } = useTranslation('publication');
  const titleId = useId();
  const closed = preview.targets.includes('closedLists');
  const [view, setView] = useState<View>('outsiders');
  const choices: readonly (readonly [View, string])[] = [
    ['outsiders', t(closed ? 'view.outsiders' : 'view.membersPlain')],
    ...(closed ? ([['members', t('view.members')]] as const) : []),
    ['channel', t('view.channel')],
  ];
  const edition = view === 'members' ? preview.members : preview.outsiders;
  return (
    <section className={styles.looks} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.heading}>
        {t('how')}
      </h2>
      <PaneSwitch label={t('view.label')} value={view} choices={choices} onChange={setView} />
      {view === 'channel' ? (
        <HtmlPreview html={mentionsInBold(preview.digestHtml)} title={t('view.channel')} />
      ) : (
        <div className={styles.sheet}>
          {edition.attendance !== undefined && <AttendanceParts edition={edition} />}
          {edition.lines.length === 0 ? <p className={styles.quiet}>{t('empty')}</p> : <MinutesLines edition={edition} />}
        </div>
      )}
    </section>
  );
}
