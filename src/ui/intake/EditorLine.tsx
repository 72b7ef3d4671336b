import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldSources } from '../../commands/commands.ts';
import type { Mend } from '../../meeting/editing/mend.ts';
import type { Finding } from '../../meeting/finding.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { Entry } from '../../meeting/outline.ts';
import { DragLine } from './DragLines.tsx';
import type { LineAction } from './LineMenu.tsx';
import { LineView } from './LineView.tsx';
import type { Lit } from './litField.ts';

interface EditorLineProps {
  readonly entry: Entry;
  readonly depth: number;
  /** What the body writes in. */
  readonly lang: string;
  readonly sources: FieldSources | undefined;
  readonly lit: Lit | null;
  readonly reachable: boolean;
  readonly findings: readonly Finding[];
  /** What mends a finding, by the agenda as it was when the findings were found. Counts only where there are any. */
  readonly mendsOf: (finding: Finding) => readonly Mend[];
  readonly onMend: (finding: Finding, mend: Mend) => void;
  readonly onLight: (lit: Lit | null) => void;
  readonly onFocus: (itemId: ItemId) => void;
  readonly onAct: (itemId: ItemId, action: LineAction) => void;
}

/**
 * A line of the editor with its handle. Long agendas are typed in without a stop since a line is drawn anew only where something of it has changed: all that
 * happens to it is handed in as functions that stay the same (`useSame`).
 */
export const EditorLine = memo(function EditorLine(props: EditorLineProps) {
  const { t } = useTranslation('intake');
  const { item } = props.entry;
  return (
    <DragLine itemId={item.id} title={item.title.trim() || t('line.untitled')} reachable={props.reachable}>
      <LineView {...props} onFocus={() => props.onFocus(item.id)} onAct={(action) => props.onAct(item.id, action)} />
    </DragLine>
  );
}, isSameLine);

function isSameLine(before: EditorLineProps, after: EditorLineProps): boolean {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof EditorLineProps>;
  return [...names].every((name) => {
    if (name === 'entry') return isSameEntry(before.entry, after.entry);
    if (name === 'findings') return before.findings === after.findings || before.findings.length + after.findings.length === 0;
    if (name === 'mendsOf') return after.findings.length === 0 || before.mendsOf === after.mendsOf;
    return before[name] === after[name];
  });
}

/** What stands under it is a line of its own. */
const isSameEntry = (before: Entry, after: Entry): boolean =>
  before.item === after.item &&
  before.closed === after.closed &&
  before.slot.start === after.slot.start &&
  before.slot.end === after.slot.end &&
  before.slot.derived === after.slot.derived;
