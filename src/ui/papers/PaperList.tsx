import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';
import type { Attachment } from '../../meeting/agenda.ts';
import { paper } from '../../meeting/schemas.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { useNotice } from '../kit/Notices.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction } from '../kit/useAction.ts';
import { useDraft } from '../kit/useDraft.ts';
import { useReplaceFile } from '../queries/useMeetingFile.ts';
import type { PaperDeskProps } from './paperDeskProps.ts';
import { PaperLine } from './PaperLine.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  hint: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What was typed, and what it was typed over: papers that others put on meanwhile are kept. */
const kept = v.object({ before: v.array(paper), after: v.array(paper) });

function readKept(text: string): v.InferOutput<typeof kept> | null {
  try {
    const read = v.safeParse(kept, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

const sameOne = (a: Attachment, b: Attachment) => (a.file || b.file ? a.file?.itemId === b.file?.itemId : JSON.stringify(a) === JSON.stringify(b));

/** The papers as they were arranged, with those that came since behind them and where each lies as it is now. */
function over(now: readonly Attachment[], before: readonly Attachment[], after: readonly Attachment[]): readonly Attachment[] {
  const added = now.filter((each) => !before.some((old) => sameOne(old, each)));
  const gone = before.filter((each) => !now.some((there) => sameOne(there, each)));
  const still = after.filter((each) => !gone.some((old) => sameOne(old, each)));
  return [...still.map((each) => ({ ...each, ...placeOf(now.find((there) => sameOne(there, each))) })), ...added];
}

const placeOf = (paper: Attachment | undefined): Partial<Attachment> => (paper?.file ? { url: paper.url, file: paper.file } : {});

/** The papers of an item in their order, each with its title, number, document id and openness; kept as typed until they are saved. */
export function PaperList({
  file,
  entry: { item, closed },
  insider,
  onReplace,
}: PaperDeskProps & { readonly onReplace: (paper: Attachment, file: File) => void }) {
  const styles = useStyles();
  const { t } = useTranslation('papers');
  const { agenda } = useCommands();
  const replace = useReplaceFile();
  const tell = useNotice();
  const draft = useDraft(`papers:${file.pointer.key}:${item.id}`);
  const typed = readKept(draft.text);
  const papers = typed ? over(item.attachments, typed.before, typed.after) : item.attachments;
  const saving = useAction(
    async (attachments: readonly Attachment[]) => {
      replace(await agenda.changeItem(file, item, { ...item, attachments }));
      draft.drop();
      tell({ text: t('saved') });
    },
    {
      onKept: () => {
        draft.drop();
        tell({ text: t('queued') });
      },
    },
  );
  if (papers.length === 0 && !typed) return <p className={styles.hint}>{t('none')}</p>;
  const change = (after: readonly Attachment[]) => draft.change(JSON.stringify({ before: item.attachments, after }));
  const moved = (from: number, to: number) => {
    const after = [...papers];
    after.splice(to, 0, ...after.splice(from, 1));
    change(after);
  };
  return (
    <>
      <ol className={styles.list}>
        {papers.map((each, place) => (
          <PaperLine
            key={each.file?.itemId ?? `${place}`}
            paper={each}
            onChange={(changed) => change(papers.map((other, at) => (at === place ? changed : other)))}
            onUp={place === 0 ? null : () => moved(place, place - 1)}
            onDown={place === papers.length - 1 ? null : () => moved(place, place + 1)}
            onRemove={() => change(papers.filter((_, at) => at !== place))}
            onReplace={each.file ? (chosen) => onReplace(each, chosen) : null}
            mayClose={!closed && insider && file.pointer.closedSiteId !== null}
          />
        ))}
      </ol>
      {saving.error !== null && <FailureState error={saving.error} size="inline" onRetry={saving.retry} />}
      {typed && (
        <>
          <p className={styles.hint}>{t('removeHint')}</p>
          <div className={styles.actions}>
            <Button appearance="primary" disabledFocusable={saving.busy} onClick={() => void saving.run(papers)}>
              {t(saving.busy ? 'saving' : 'save')}
            </Button>
            <Button onClick={() => draft.drop()}>{t('cancel')}</Button>
          </div>
        </>
      )}
    </>
  );
}
