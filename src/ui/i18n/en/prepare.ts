import type da from '../da/prepare.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  title: 'Prepare {{name}}',
  why: "Dagsorden keeps everything on the team's own site. The site has to be prepared once.",
  happens: 'What will happen',
  lists: 'Lists for meetings, items, apologies, decisions and minutes are made on the site of the team. Everyone in the team can read them.',
  closed: 'Closed items get the same lists in a private channel. Only its members can read them.',
  room: {
    label: 'Where should closed items be kept?',
    hint: 'Drafts of the minutes are kept in the same place. Only the members of the channel can read them. In the body’s profile you can choose a site instead, and change it as long as nothing closed is kept.',
    members: 'Can be read by: {{names}}',
    membersUnknown: 'Look in Teams who its members are.',
    none: 'Nowhere; items cannot be closed',
    missing: 'Choose the channel for closed items, or choose “Nowhere”.',
    bound: 'Closed items are kept in the private channel “{{name}}”.',
    boundSite: 'Closed items are kept on the site “{{name}}”.',
    nobody:
      'You are in no private channel of the team. If items are to be closed, somebody who is in the channel for them has to prepare the site. A site for them is chosen afterwards in the body’s profile.',
  },
  safe: 'What is already on the site is left alone. You can do it again if something stops.',
  action: 'Prepare the site',
  again: 'Try again',
  working: 'Preparing the site',
  step: 'Step {{done}} of {{of}}',
  still: 'The first time can take a few minutes. You can stay on the page.',
  ready: '{{name}} is ready.',
  stopped: 'It stopped on the way. What is done stays.',
  update: {
    title: 'Update {{name}}',
    why: 'The lists on the site of the team are from an earlier version of Dagsorden. They have to be updated once.',
    rows: 'Meetings, items, apologies, decisions and minutes stay. They get columns that can be sorted, filtered and grouped in SharePoint.',
    columns: 'The columns of the earlier version are removed when everything has been moved. You can do it again if something stops.',
    panes: 'Whoever has Dagsorden open meanwhile must load the page again afterwards.',
    notAllowed: {
      title: 'Somebody else has to update {{name}}',
      what: 'It takes an owner of the team who is also a member of the channel for closed items, if there is one. You can send the text below.',
      message:
        'Hello. Dagsorden has been updated, and the lists for the meetings of {{name}} have to follow. Would you open the Dagsorden tab in the team and choose “Prepare the site”? It takes a few minutes, and everything that is there stays.',
    },
  },
  notAllowed: {
    title: 'An owner of {{name}} has to do it',
    what: 'Only an owner of the team may make lists on its site. You can send the text below to one of them.',
    message:
      'Hello. We would like to use Dagsorden for the meetings of {{name}}. Would you open the Dagsorden tab in the team and choose “Prepare the site”? It takes a few minutes and changes nothing that is already there.',
    check: 'See whether it is done',
  },
} satisfies SameKeys<typeof da>;
