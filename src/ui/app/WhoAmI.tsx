import { Link } from '@fluentui/react-components';
import { useIsFetching } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useHost } from '../kit/CommandsContext.tsx';

/** In a plain browser: who is signed in, and the way out. Teams and Outlook show that themselves. */
export function WhoAmI() {
  const { t } = useTranslation();
  const { signIn } = useHost();
  // The person is known after the first token; a finished fetch is when to look again.
  useIsFetching();
  const person = signIn.person();
  const signOut = signIn.signOut?.bind(signIn);
  if (!person || !signOut) return null;
  return (
    <>
      <span>{person.name}</span>
      <Link as="button" onClick={() => void signOut()}>
        {t('signOut')}
      </Link>
    </>
  );
}
