import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldSources } from '../../commands/commands.ts';
import type { Mend } from '../../meeting/editing/mend.ts';
import type { Finding } from '../../meeting/finding.ts';
import type { Entry } from '../../meeting/outline.ts';
import { AgendaLine, type MarkField } from '../agendaEditor/AgendaLine.tsx';
import { FieldWords } from './FieldWords.tsx';
import { textAtAGlance } from './glance.ts';
import { LineFindings } from './LineFindings.tsx';
import { LineMenu, type LineAction } from './LineMenu.tsx';
import { litFieldNamed, type Lit } from './litField.ts';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'start',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground3 },
  },
  lit: {
    backgroundColor: tokens.colorNeutralBackground3,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    '@media (forced-colors: active)': { outline: `${tokens.strokeWidthThick} solid Highlight` },
  },
  closed: { backgroundColor: tokens.colorPaletteBerryBackground1, boxShadow: `inset 3px 0 0 ${tokens.colorPaletteBerryBorderActive}` },
  button: {
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    scrollMarginBlock: '64px',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: 'transparent' },
    '@media (max-width: 359px)': { columnGap: tokens.spacingHorizontalS, paddingInline: `${tokens.spacingHorizontalM} 0` },
  },
  meta: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  glance: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '2',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
});

interface LineViewProps {
  readonly entry: Entry;
  readonly depth: number;
  readonly lang: string;
  /** Where the paper says what stands here; undefined for a line that is not from the paper. */
  readonly sources: FieldSources | undefined;
  readonly lit: Lit | null;
  /** Whether the Tab key stops here. */
  readonly reachable: boolean;
  readonly findings: readonly Finding[];
  readonly mendsOf: (finding: Finding) => readonly Mend[];
  readonly onMend: (finding: Finding, mend: Mend) => void;
  readonly onLight: (lit: Lit | null) => void;
  readonly onFocus: () => void;
  readonly onAct: (action: LineAction) => void;
}

/** A line of the agenda that is being made: what the paper says of it lights up, and what is odd about it stands under it. */
export function LineView({ entry, depth, lang, sources, lit, reachable, findings, mendsOf, onMend, onLight, onFocus, onAct }: LineViewProps) {
  const styles = useStyles();
  const { t } = useTranslation(['intake', 'agenda']);
  const { item, closed } = entry;
  const mark: MarkField = (field, words) => (
    <FieldWords name={field} sources={sources} lit={lit?.field === field}>
      {words}
    </FieldWords>
  );
  const glance = useMemo(
    () => textAtAGlance(item.sections, ({ heading, role }) => heading ?? (role === 'text' ? null : t(`agenda:section.${role}`))),
    [item.sections, t],
  );
  const pointAt = (target: EventTarget) => {
    const name = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-field]')?.dataset['field'] : undefined;
    onLight({ itemId: item.id, field: litFieldNamed(name) });
  };
  return (
    <div className={mergeClasses(styles.line, closed && styles.closed, lit !== null && styles.lit)}>
      <AgendaLine
        entry={entry}
        depth={depth}
        lang={lang}
        insider
        className={styles.button}
        mark={mark}
        tabIndex={reachable ? 0 : -1}
        onClick={() => onAct('edit')}
        onFocus={onFocus}
        onMouseOver={({ target }) => pointAt(target)}
        onMouseLeave={() => onLight(null)}
      >
        {glance !== '' && <span className={styles.glance}>{mark('text', glance)}</span>}
        {item.attachments.length > 0 && <span className={styles.meta}>{t('intake:line.attachments', { count: item.attachments.length })}</span>}
      </AgendaLine>
      <LineMenu
        title={item.title.trim() === '' ? t('intake:line.untitled') : item.title}
        item={item}
        depth={depth}
        reachable={reachable}
        onAct={onAct}
      />
      <LineFindings findings={findings} mendsOf={mendsOf} onMend={onMend} />
    </div>
  );
}
