import type da from '../da/states.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  Offline: {
    title: 'There is no connection',
    what: 'What you write is kept on your device and sent when the connection is back.',
  },
  Throttled: {
    title: 'Microsoft 365 is busy right now',
    what: 'Nothing is lost. Wait a moment and try again.',
    seconds_one: 'Nothing is lost. We will try again in {{count}} second.',
    seconds_other: 'Nothing is lost. We will try again in {{count}} seconds.',
    minutes_one: 'Nothing is lost. We will try again in {{count}} minute.',
    minutes_other: 'Nothing is lost. We will try again in {{count}} minutes.',
  },
  SignInNeeded: {
    title: 'Sign in to see the meeting',
    what: 'You sign in with your work account. Dagsorden does not keep your password.',
    action: 'Sign in',
  },
  HostSilent: {
    title: 'Teams or Outlook does not answer',
    what: 'Close the pane and open it again. If that does not help, open the meeting in a browser.',
    action: 'Open in browser',
  },
  WrongAccount: {
    title: 'You are signed in with another account',
    what: 'The meeting belongs to another account than the one you are signed in with. Sign in with the account that was invited.',
    action: 'Change account',
  },
  ServerFault: {
    title: 'Microsoft 365 answered with an error',
    what: 'It is nothing you did. Wait a moment and try again.',
  },
  Unknown: {
    title: 'Something went wrong here',
    what: 'What you wrote is kept on your device. Try again, or close the pane and open it again.',
  },
  noSupport: 'If that does not help, send the details to your IT support.',
} satisfies SameKeys<typeof da>;
