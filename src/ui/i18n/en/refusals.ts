import type da from '../da/refusals.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  Conflict: {
    title: 'Somebody else changed the same thing',
    titleBy: '{{name}} changed the same thing',
    what: 'Both texts are kept. Get the latest version and choose what it should say.',
    action: 'Get the latest',
  },
  NotAllowed: {
    title: 'You do not have access to this',
    what: "The meeting's papers are kept on the board's site. An owner of the team can give you access.",
    message: "Hello. I cannot open the meeting in Dagsorden because I lack access to the team's site. Would you give me access? {{link}}",
    calendarTitle: 'The calendar does not let you change the invitation',
    calendar:
      'The appointment stands in the calendar of {{owner}}, which is not shared with you so that you can change it. What is stored for the board is stored; the invitation is as it was. Send the text below, or let {{owner}} open the appointment and put the agenda in.',
    calendarMessage:
      'Hello. The agenda of the meeting is ready in Dagsorden, but I may not change your calendar. Will you share it with me with the right to edit, or open the appointment yourself and put the agenda in the invitation? {{link}}',
  },
  NotFound: {
    title: 'We cannot find the meeting',
    what: "It was moved or deleted, it is in somebody else's calendar, or the link was cut short. Open it from your own calendar instead.",
  },
  ConsentMissing: {
    title: 'Dagsorden lacks a permission',
    what: 'An administrator must agree once for the whole organisation. You can send the text below.',
    action: 'Open the page for administrators',
    message:
      'Hello. Would you approve Dagsorden for our organisation, so that we can use agendas and minutes in Teams and Outlook? It is done once, here: {{link}}',
  },
  SiteNotPrepared: {
    title: 'The site is not prepared yet',
    what: 'The board lacks the lists that agendas and minutes are kept in. An owner of the team can create them from the tab in Teams.',
    list: "The list {{list}} is missing on the board's site. An owner of the team can make it with “Prepare the site” in the team's tab in Teams. Nothing has been changed.",
    columns:
      "The list {{list}} on the board's site lacks the column {{columns}}. An owner of the team can make it again with “Prepare the site” in the team's tab in Teams. Nothing has been stored by half.",
    message: 'Hello. Would you open the Dagsorden tab in our team and choose “Prepare the site”? Then we can keep agendas and minutes there.',
  },
  SiteOutdated: {
    title: 'The site has to be updated first',
    what: "The board's lists are from an earlier version of Dagsorden. They can be read, but nothing can be kept in them until an owner of the team has opened the tab in Teams and chosen “Prepare the site”. Nothing that is there is lost.",
    message:
      'Hello. Dagsorden has been updated. Would you open the Dagsorden tab in our team and choose “Prepare the site”? Then we can keep agendas and minutes again. What is there stays.',
  },
  AppOutdated: {
    title: 'This is an older version of Dagsorden',
    what: 'The site was prepared by a newer version. Load the page again to get it.',
    action: 'Load the page again',
  },
  ClosedRoomMissing: {
    title: 'There is no place for closed items',
    what: 'A closed item is kept in a private channel or on a site that only the closed circle has access to. The place is chosen in the body’s profile, or by an owner of the team with “Prepare the site”.',
    message: 'Hello. We lack a place for closed items. Would you open the Dagsorden tab in our team and choose “Prepare the site” again?',
  },
  ClosedPlaceRefused: {
    title: 'The place for closed items does not fit',
    what: 'Closed items belong in the place that the circle itself has tied to the board. Nothing closed has been read or stored.',
    several:
      'Two places both say that they are the board’s place for closed items: {{rooms}}. Nothing closed has been read or stored. If you were changing the place, do it again in the body’s profile. Otherwise ask whoever is named, and delete the row in the list “Den lukkede kreds” in the wrong place.',
    pointer:
      'The link points to another place for closed items than the one the board’s circle has: {{rooms}}. The link was not followed, and nothing closed has been read or stored. Open the meeting from your calendar or from the team’s tab instead, and tell whoever gave you the link.',
    board:
      'The board’s settings point to another place for closed items than the one the circle has: {{rooms}}. Somebody has changed them. Nothing closed has been stored. Somebody of the circle who owns the team can put them right with “Prepare the site” in the team’s tab.',
    foreign: '{{rooms}} belongs to another board. Nothing closed has been read or stored. Choose another place.',
    unclear:
      'It cannot be told which of these channels is for closed items: {{rooms}}. Nothing closed has been read or stored. An owner of the team who is in the circle can choose the channel with “Prepare the site” in the team’s tab.',
    noSite: 'The channel has no place to store in yet. Open the Files tab of the channel once in Teams, and then try again.',
    ownSite: '{{rooms}} belongs to the board’s own site, which the whole team can read. Choose a site that only the circle has access to.',
    otherBody: '{{rooms}} is the site of another board, and everybody in that one can read it. Choose a site that only the circle has access to.',
    everybody: '{{rooms}} can be read by everybody in the organisation. Choose a site that only the circle has access to.',
    otherHost: 'The address {{rooms}} is not the organisation’s own SharePoint. Closed items can only be kept where the board’s site is.',
    noAccess: 'The site {{rooms}} does not exist, or you have no access to it. Check the address, or ask an owner of the site for access.',
    notEmpty:
      'Closed items, drafts or papers are already kept in {{rooms}}. The place cannot be changed, for then they could no longer be found. Nothing has been changed.',
    left: 'The place for closed items is being changed from {{rooms}}, but the change was not finished. Nothing closed has been read or stored. Whoever changed it can choose the new place again in the body’s profile.',
    team: 'The board’s settings name another team than the one the site belongs to. Somebody has changed them. Nothing has been stored. An owner of the team can put them right with “Prepare the site” in the team’s tab.',
    unnamed: 'a place you cannot see',
  },
  ClosedPlaceUnconfirmed: {
    title: 'Is this the place for closed items?',
    what: 'Closed items and drafts are stored in the private channel “{{place}}”. They can be read by: {{members}}.',
    whatUnknown:
      'Closed items and drafts are stored in the private channel “{{place}}”. We cannot see who its members are; look in Teams before you answer.',
    site: 'Closed items and drafts are stored on the site “{{place}}” ({{address}}). It was chosen by {{by}}. It can be read by: {{members}}.',
    siteUnknown:
      'Closed items and drafts are stored on the site “{{place}}” ({{address}}). It was chosen by {{by}}. We cannot see who has access; the site’s owners decide that. Say yes only if you know that it is the circle’s place.',
    action: 'Yes, store here',
    done: 'The place is confirmed. Try again.',
    failed: 'It could not be confirmed just now. Try again.',
    stop: 'If it is not the place, do nothing more, and ask whoever chose it.',
  },
  OtherBoard: {
    title: 'The link belongs to another board',
    what: 'The meeting in your calendar has its agenda elsewhere than where the link points. The link was not followed, and nothing has been stored.',
    action: 'Open the meeting from my calendar',
  },
  ChannelRefused: {
    title: 'The channel does not fit',
    what: 'The board’s settings name another channel than the team’s own. Somebody has changed them, or the channel was replaced. Nothing has been sent to the channel. An owner of the team can put them right with “Prepare the site” in the team’s tab.',
  },
  TooLarge: {
    title: 'It is too large',
    what: 'Split the text, or choose a smaller file. What you wrote is kept.',
    invitation:
      'The agenda is stored, but it is not in the invitation, because the invitation holds more than we can write into. That is usually so when there is a picture in the text. Take the picture out, attach it instead, and try again.',
    anotherWay: {
      graph: 'Send the invitation past the form',
      graphNote: 'The participants get it at once. If the appointment is open in Outlook, close it without saving.',
      link: 'Put only the link in the open form',
    },
  },
  Unreadable: {
    title: 'It cannot be read',
    what: 'The content is not what we expect. Nothing was changed.',
  },
  WholeSeries: {
    title: 'You have opened the whole series of meetings',
    what: 'Agenda, apologies and minutes belong to one meeting of the series. Open it in your calendar, or choose it in the list of your meetings.',
  },
  InvitationChanged: {
    title: 'The invitation was changed meanwhile',
    what: 'We have not touched it. Look it over, then try again.',
  },
  InvitationNotOpen: {
    title: 'The agenda is not in the invitation yet',
    what: 'The agenda for the meeting {{when}} is kept, but that meeting is not open here. Open it for editing in Outlook, open Dagsorden there, and send again.',
  },
  CalendarDiffers: {
    title: 'The meeting has another time in the calendar',
    what: "In your calendar the meeting is {{when}}. The minutes have not been published. Look through them with the calendar's time, then publish.",
    action: "Show them with the calendar's time",
  },
  MinutesApproved: {
    title: 'The minutes are approved',
    what: 'What was approved stands. Add a correction instead, on the page where the minutes are published. It gets the date and your name.',
  },
  PaperNotStored: {
    title: 'The paper is not in the library',
    what: 'SharePoint did not take the file. It is still on your computer, and the agenda is as it was.',
    reason: {
      missing: 'The site has no document library. An owner of the team can open the Files tab in Teams once. Then try again.',
      readOnly: 'You may read the library but put nothing in it. An owner of the team can give you access. Then try again.',
      full: 'There is no room left on the site. An administrator can give it more. Then try again.',
      gone: 'The file is not in the library any more. Somebody has deleted or moved it. Add it as a new paper.',
      noItem: 'The item has been removed from the agenda meanwhile. Add the paper to another item.',
      name: 'SharePoint does not take the name. Give the file another name and add it again.',
      empty: 'The file has no name. Give it one and add it again.',
      signs: 'The name has characters that SharePoint does not take: " * : < > ? / \\ |. Use the suggested name.',
      ends: 'A name may not begin or end with a space, nor end with a full stop. Use the suggested name.',
      reserved: 'SharePoint keeps that name for itself. Use the suggested name.',
      tooLong: 'The name is too long. Use the suggested name.',
      kind: 'SharePoint does not take files of this kind. Save it as a PDF or in a zip file and add it again.',
      tooLarge: 'The file is larger than 250 MB. Put it in SharePoint yourself and choose it from there.',
      stays:
        'The item is closed, but these files still lie in the board’s library, where everybody in the team can read them: {{titles}}. Try again, or move them in SharePoint.',
      noRoom: 'This device has no room for the file while it is being sent. Tidy up, or put it in SharePoint yourself and choose it from there.',
    },
  },
  Refused: {
    title: 'Microsoft 365 cannot use what we sent',
    what: 'Sending the same again will not help. Open the meeting anew and try from there.',
  },
  messageTo: 'A text you can send',
} satisfies SameKeys<typeof da>;
