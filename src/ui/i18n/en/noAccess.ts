import type da from '../da/noAccess.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  invited: {
    title: 'Are you invited to the meeting?',
    read: 'The agenda is in the invitation in your calendar.',
    apology:
      'To send an apology, open the meeting in the calendar, choose Decline, and write a comment, e.g. “Apologies. My substitute is …”. If the meeting is one of a series, decline this one only.',
    suggestion:
      'The organiser gets the comment by mail, and your “no” as a suggested apology in Dagsorden. It is an apology once the organiser has confirmed it.',
  },
} satisfies SameKeys<typeof da>;
