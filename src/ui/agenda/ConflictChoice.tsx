import { Button, makeStyles, Radio, RadioGroup, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import { printClock } from '../../meeting/clock.ts';
import type { EditedField } from '../../meeting/editing/settle.ts';

const useStyles = makeStyles({
  frame: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    justifyItems: 'start',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  field: { ...typographyStyles.caption1Strong, margin: 0 },
  text: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
});

interface ConflictChoiceProps {
  readonly clashes: readonly EditedField[];
  readonly mine: AgendaItem;
  readonly theirs: AgendaItem;
  /** The other person's name, where it is known. */
  readonly by: string | null;
  /** The fields in which the person keeps their own text. */
  readonly onChoose: (keep: ReadonlySet<EditedField>) => void;
}

/** Both texts, field by field, and a choice. The person's own stands chosen: they are the one who is writing. */
export function ConflictChoice({ clashes, mine, theirs, by, onChoose }: ConflictChoiceProps) {
  const styles = useStyles();
  const { t } = useTranslation(['itemEditor', 'common']);
  const [keep, setKeep] = useState<ReadonlySet<EditedField>>(new Set(clashes));
  const words = (item: AgendaItem, field: EditedField) => {
    if (field === 'type' && item.type !== null) return t(`common:itemType.${item.type}`);
    if (field === 'standing') return t(item.standing ? 'conflict.yes' : 'conflict.no');
    return printed(item, field) || t('conflict.empty');
  };
  const choose = (field: EditedField, own: boolean) => setKeep((now) => new Set(own ? [...now, field] : [...now].filter((other) => other !== field)));
  return (
    <div className={styles.frame} role="alert">
      <p className={styles.title}>{by === null ? t('conflict.title') : t('conflict.titleBy', { name: by })}</p>
      <p className={styles.words}>{t('conflict.words')}</p>
      {clashes.map((field) => (
        <div key={field}>
          <p className={styles.field}>{t(`conflict.field.${field}`)}</p>
          <RadioGroup
            aria-label={t(`conflict.field.${field}`)}
            value={keep.has(field) ? 'mine' : 'theirs'}
            onChange={(_, { value }) => choose(field, value === 'mine')}
          >
            <Radio value="mine" label={<Version who={t('conflict.mine')} text={words(mine, field)} />} />
            <Radio value="theirs" label={<Version who={by ?? t('conflict.theirs')} text={words(theirs, field)} />} />
          </RadioGroup>
        </div>
      ))}
      <Button appearance="primary" onClick={() => onChoose(keep)}>
        {t('edit.save')}
      </Button>
    </div>
  );
}

function Version({ who, text }: { who: string; text: string }) {
  const styles = useStyles();
  return (
    <span className={styles.text}>
      {who}: {text}
    </span>
  );
}

function printed(item: AgendaItem, field: EditedField): string {
  switch (field) {
    case 'title':
      return item.title;
    case 'number':
      return item.number ?? '';
    case 'type':
    case 'standing':
      return '';
    case 'presenters':
      return item.presenters.join('\n');
    case 'minutes':
      return item.minutes === null ? '' : String(item.minutes);
    case 'start':
    case 'end':
      return item[field] === null ? '' : printClock(item[field]);
    case 'sections':
      return item.sections.map(({ heading, text }) => (heading === null ? text : `${heading}\n${text}`)).join('\n\n');
  }
}
