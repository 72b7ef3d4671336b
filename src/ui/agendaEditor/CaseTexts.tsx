import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, Section } from '../../meeting/agenda.ts';
import { partsOffered, writtenPart, type OfferedPart } from '../../meeting/editing/offeredParts.ts';
import type { SectionForm } from '../../meeting/profile.ts';
import type { ItemFields } from '../../meeting/editing/setField.ts';
import { CaseTextField } from './CaseTextField.tsx';

const useStyles = makeStyles({
  texts: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  summary: { cursor: 'pointer', minHeight: '24px' },
});

/** Where an item has more parts than these, they are folded away, so that the fields after them stay in sight. */
const MOST_UNFOLDED = 2;

interface CaseTextsProps {
  readonly item: AgendaItem;
  /** The parts that the body writes an item in, in their order; those that the item has not are offered empty. */
  readonly offered?: readonly SectionForm[] | undefined;
  readonly onChange: (fields: ItemFields) => void;
}

/** The item's text, part by part as it was printed, with what the body writes besides. */
export function CaseTexts({ item, offered = NONE, onChange }: CaseTextsProps) {
  const styles = useStyles();
  const { t } = useTranslation('agendaEditor');
  const parts = partsOffered(item.sections, offered);
  const write = (part: OfferedPart, text: string) => onChange({ sections: writtenPart(item.sections, parts, part, text) });
  const fields = (shown: readonly OfferedPart[]) => (
    <div className={styles.texts}>
      {shown.map((part) => (
        <CaseTextField
          key={part.key}
          label={part.section.heading ?? t(`sections.${part.section.role}`)}
          value={part.section.text}
          onChange={(text) => write(part, text)}
        />
      ))}
    </div>
  );
  if (parts.length <= MOST_UNFOLDED) return fields(parts);
  return (
    <details>
      <summary className={styles.summary}>{t('text')}</summary>
      {fields(parts)}
    </details>
  );
}

const NONE: readonly SectionForm[] = [];

/** What the item is to bring about, in a sentence; it stands before the other parts. */
export function PurposeField({ item, onChange }: Omit<CaseTextsProps, 'offered'>) {
  const { t } = useTranslation('agendaEditor');
  const at = item.sections.findIndex(({ role }) => role === 'purpose');
  const section = item.sections[at];
  const others = item.sections.filter((_, place) => place !== at);
  const write = (text: string) => {
    const purpose: Section = { role: 'purpose', heading: section?.heading ?? null, text };
    const place = Math.max(at, 0);
    onChange({ sections: text === '' ? others : [...others.slice(0, place), purpose, ...others.slice(place)] });
  };
  return <CaseTextField label={section?.heading ?? t('sections.purpose')} value={section?.text ?? ''} onChange={write} />;
}
