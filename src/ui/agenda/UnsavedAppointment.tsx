import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundMeeting } from '../../commands/commands.ts';
import { useCommands } from '../kit/CommandsContext.tsx';
import { FailureState } from '../kit/states/FailureState.tsx';
import { useAction } from '../kit/useAction.ts';
import { Told } from './NoAgenda.tsx';

interface UnsavedAppointmentProps {
  readonly onSaved: (found: FoundMeeting) => void;
  /** Looks again whether the person has saved it. */
  readonly onRetry: () => void;
}

/** The appointment is in no calendar yet. Where people are invited, Outlook offers nothing but to send it: so it is saved from here. */
export default function UnsavedAppointment({ onSaved, onRetry }: UnsavedAppointmentProps) {
  const { t } = useTranslation('noAgenda');
  const commands = useCommands();
  const [late, setLate] = useState(false);
  const saving = useAction(async () => {
    const found = await commands.find.saveAppointment();
    setLate(found === null);
    if (found !== null) onSaved(found);
  });
  return (
    <Told title={t('unsavedTitle')} words={t(late ? 'unsavedLate' : 'unsavedWords')}>
      {saving.error !== null && <FailureState error={saving.error} size="inline" onRetry={saving.retry} />}
      <Button appearance="primary" disabledFocusable={saving.busy} onClick={() => void saving.run()}>
        {t(saving.busy ? 'unsavedBusy' : 'unsavedMake')}
      </Button>
      <Button disabledFocusable={saving.busy} onClick={onRetry}>
        {t('unsavedOwn')}
      </Button>
    </Told>
  );
}
