import { Link } from '@fluentui/react-components';
import { useIsFetching } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../kit/CommandsContext.tsx';
import { lazyPart } from '../kit/lazyPart.ts';
import { useLazyOpen } from '../kit/useLazyOpen.ts';

const SignOutDialog = lazyPart(() => import('./SignOutDialog.tsx'));

/**
 * In a plain browser: who is signed in, and the way out, which takes everything of theirs off this device. What is not in the record is
 * asked about first. Teams and Outlook show who it is themselves.
 */
export function WhoAmI() {
  const { t } = useTranslation();
  const { host, session } = useCommands();
  const { signIn } = host;
  const { mounted, open, show, hide } = useLazyOpen();
  // The person is known after the first token; a finished fetch is when to look again.
  useIsFetching();
  const person = signIn.person();
  const signOut = signIn.signOut?.bind(signIn);
  if (!person || !signOut) return null;
  const leave = async () => {
    try {
      await session.forgetMe();
      await signOut();
    } catch {
      // Nothing is kept any more until the page is loaded anew, which also shows whether the person is still signed in.
      location.reload();
    }
  };
  const ask = async () => {
    // A store that cannot be read must not keep anybody from signing out.
    if (await session.hasUnsent().catch(() => false)) show();
    else await leave();
  };
  return (
    <>
      <span>{person.name}</span>
      <Link as="button" onClick={() => void ask()}>
        {t('signOut')}
      </Link>
      {mounted && (
        <Suspense fallback={null}>
          <SignOutDialog open={open} onStay={hide} onLeave={() => void leave()} />
        </Suspense>
      )}
    </>
  );
}
