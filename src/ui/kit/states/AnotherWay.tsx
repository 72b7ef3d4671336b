import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../CommandsContext.tsx';
import { useAction } from '../useAction.ts';
import { FailureState } from './FailureState.tsx';

/** The ways on for an agenda that waited and did not get into the invitation: past Outlook's form, or, where a form is open, its link only. */
export default function AnotherWay({ id, command }: { id: string; command: string }) {
  const { t } = useTranslation('refusals');
  const { outbox, host } = useCommands();
  const sending = useAction((via: 'graph' | 'link') => outbox.sendAnotherWay(id, via));
  // An update puts the whole agenda where an earlier one stands, or nothing.
  const ways = command === 'attachAgenda' && host.invitation ? (['graph', 'link'] as const) : (['graph'] as const);
  return (
    <>
      {ways.map((via) => (
        <Button key={via} disabledFocusable={sending.busy} onClick={() => void sending.run(via)}>
          {t(`TooLarge.anotherWay.${via}`)}
        </Button>
      ))}
      <p>{t('TooLarge.anotherWay.graphNote')}</p>
      {sending.error !== null && <FailureState error={sending.error} size="inline" onRetry={sending.retry} />}
    </>
  );
}
