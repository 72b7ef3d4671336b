import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureState } from './states/FailureState.tsx';
import { ShownText } from './states/ShownText.tsx';
import { isFailure } from '../../meeting/errors.ts';
import { lazyPart } from './lazyPart.ts';
import { useCommands } from './CommandsContext.tsx';
import { useOutbox } from './useOutbox.ts';

const AnotherWay = lazyPart(() => import('./states/AnotherWay.tsx'));

/** The agenda is stored, and did not get into the invitation the way it was meant to. */
const isAboutInvitation = (error: unknown): boolean =>
  (isFailure(error, 'TooLarge') && error.detail.about === 'invitation') || isFailure(error, 'InvitationNotOpen');

const useStyles = makeStyles({ list: { display: 'grid', gap: tokens.spacingVerticalM } });

/** What could not be saved, why, and the ways on: send again, send it another way where there is one, or give it up and keep the text. */
export default function StuckDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation(['stuck', 'common']);
  const commands = useCommands();
  const { stuck, orders } = useOutbox();
  const isStored = (id: string) =>
    orders.some(
      (order) => order.id === id && order.command === 'sendApology' && order.steps.some(({ name, state }) => name === 'stored' && state === 'done'),
    );
  const [givenUp, setGivenUp] = useState<readonly string[]>([]);
  const giveUp = async (id: string) => {
    const content = await commands.outbox.drop(id);
    const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
    setGivenUp((earlier) => [...earlier, text]);
  };
  const close = () => {
    setGivenUp([]);
    onClose();
  };
  return (
    // A click beside it does not take away a text that stands nowhere else any more.
    <Dialog open={open} modalType={givenUp.length > 0 ? 'alert' : 'modal'} onOpenChange={(_, change) => !change.open && close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('title')}</DialogTitle>
          <DialogContent className={styles.list}>
            <p>{t('words')}</p>
            {stuck.map(({ id, command, failure }) => (
              <div key={id}>
                {isStored(id) && <p>{t('apologyStored')}</p>}
                <FailureState error={failure} size="inline">
                  {isAboutInvitation(failure) && (
                    <Suspense fallback={null}>
                      <AnotherWay id={id} command={command} />
                    </Suspense>
                  )}
                  <Button onClick={() => void giveUp(id)}>{t('giveUp')}</Button>
                </FailureState>
              </div>
            ))}
            {/* A clipboard is read by every program, and what waited may be closed by now: it is shown, and a person copies it or not. */}
            {givenUp.map((text, at) => (
              <ShownText key={at} label={t('dropped')} text={text} />
            ))}
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>{t('common:close')}</Button>
            <Button appearance="primary" onClick={() => void commands.outbox.retry()}>
              {t('sendAgain')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
