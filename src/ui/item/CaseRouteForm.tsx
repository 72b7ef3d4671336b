import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseRoute } from '../../meeting/caseRoute.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { CopyText } from '../kit/states/CopyText.tsx';
import { Queried } from '../kit/states/Queried.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, width: '100%', maxWidth: '36rem' },
  words: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface CaseRouteFormProps {
  readonly file: MeetingFile;
  readonly route: CaseRoute | null;
  readonly closed: boolean;
  readonly busy: boolean;
  readonly onSave: (next: CaseRoute['next'], day: string | null) => void;
  /** Null where there is nothing to go back to. */
  readonly onCancel: (() => void) | null;
}

/** Which body an item goes on to, and by when. */
export function CaseRouteForm({ file, route, closed, busy, onSave, onCancel }: CaseRouteFormProps) {
  const styles = useStyles();
  const { t } = useTranslation('caseRoute');
  const commands = useCommands();
  const bodies = useQuery({
    queryKey: ['nextBodies', file.pointer.siteId],
    queryFn: async () => {
      const verbs = await commands.backlog();
      return { bodies: await verbs.nextBodies(file), link: verbs.minutesLink(file) };
    },
  });
  const [chosen, setChosen] = useState<string>(route?.next.siteId ?? '');
  const [day, setDay] = useState(route?.day ?? '');
  return (
    <Queried query={bodies}>
      {({ bodies: found, link }) => {
        const next = found.find(({ siteId }) => siteId === chosen);
        if (found.length === 0) {
          return (
            <>
              <p className={styles.words}>{t('noBodies')}</p>
              <CopyText text={link} label={t('link')} />
            </>
          );
        }
        return (
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              if (next && !busy) onSave({ siteId: next.siteId, name: next.name }, day === '' ? null : day);
            }}
          >
            <p className={styles.words}>{t(closed ? 'closedIntro' : 'intro')}</p>
            <Field label={t('body')}>
              <Select value={chosen} onChange={(_, { value }) => setChosen(value)}>
                <option value="">{t('choose')}</option>
                {found.map(({ siteId, name }) => (
                  <option key={siteId} value={siteId}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label={t('day')}>
              <Input type="date" value={day} onChange={(_, { value }) => setDay(value)} />
            </Field>
            <div className={styles.actions}>
              <Button type="submit" size="small" appearance="primary" disabledFocusable={busy || !next}>
                {busy ? t('saving') : t('save')}
              </Button>
              {onCancel && (
                <Button size="small" onClick={onCancel}>
                  {t('cancel')}
                </Button>
              )}
            </div>
          </form>
        );
      }}
    </Queried>
  );
}
