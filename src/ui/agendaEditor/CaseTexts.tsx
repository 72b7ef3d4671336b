import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, Section } from '../../meeting/agenda.ts';
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
  readonly onChange: (fields: ItemFields) => void;
}

/** An item without a text has a field to begin one in. */
const UNWRITTEN: Section = { role: 'text', heading: null, text: '' };

/** The item's text, part by part as it was printed. */
export function CaseTexts({ item, onChange }: CaseTextsProps) {
  const styles = useStyles();
  const { t } = useTranslation('agendaEditor');
  const { sections } = item;
  const printed = sections.map((section, place) => ({ section, place })).filter(({ section }) => section.role !== 'purpose');
  const parts = printed.length > 0 ? printed : [{ section: UNWRITTEN, place: sections.length }];
  const write = (place: number, section: Section) => {
    // The only part, emptied: the item is without a text again.
    const isUnwritten = parts.length === 1 && section.heading === null && section.role === 'text' && section.text === '';
    onChange({ sections: [...sections.slice(0, place), ...(isUnwritten ? [] : [section]), ...sections.slice(place + 1)] });
  };
  const fields = (
    <div className={styles.texts}>
      {parts.map(({ section, place }) => (
        <CaseTextField
          key={place}
          label={section.heading ?? t(`sections.${section.role}`)}
          value={section.text}
          onChange={(text) => write(place, { ...section, text })}
        />
      ))}
    </div>
  );
  if (parts.length <= MOST_UNFOLDED) return fields;
  return (
    <details>
      <summary className={styles.summary}>{t('text')}</summary>
      {fields}
    </details>
  );
}

/** What the item is to bring about, in a sentence; it stands before the other parts. */
export function PurposeField({ item, onChange }: CaseTextsProps) {
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
