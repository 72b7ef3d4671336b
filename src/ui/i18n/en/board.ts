import type da from '../da/board.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  title: 'Meetings',
  choose: 'Choose a board',
  noBoards: 'You are not in a team with meetings yet.',
  coming: 'Coming meetings',
  past: 'Past meetings',
  none: 'There are no meetings with an agenda yet. They appear here when the agenda is put in the invitation.',
  noneComing: 'There are no coming meetings with an agenda.',
  nonePast: 'There are no past meetings yet.',
  state: {
    draft: 'Draft',
    sent: 'Sent',
    revised: 'Revised',
    minutes: 'Minutes',
    cancelled: 'Called off',
  },
  notPrepared: 'The site is not prepared',
  notPreparedWords: "Agendas, apologies and minutes are kept in lists on the team's site. They are created once.",
  outdated: 'The site has to be updated',
  outdatedWords:
    'The lists are from an earlier version of Dagsorden. The meetings can be read, but nothing can be kept until the site has been prepared again.',
  prepare: 'Prepare the site',
  body: 'The body: members and rules',
  older: 'Show older',
  decisions: 'Search decisions',
  prepareAgain: 'Prepare the site again',
} satisfies SameKeys<typeof da>;
