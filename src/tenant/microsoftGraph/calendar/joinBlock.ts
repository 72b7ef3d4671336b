import { TENANT_ID } from '../../known.ts';
import type { OnlineMeeting } from './event.ts';
import { keyOf } from '../../ids.ts';

/** A Teams meeting for an event: thread, join address and conference number, all made from one seed. */
export function onlineMeetingFor(seed: string, organiser: string): OnlineMeeting {
  const thread = `19:meeting_${Buffer.from(keyOf(`thread ${seed}`, 36)).toString('base64url')}@thread.v2`;
  const context = encodeURIComponent(JSON.stringify({ Tid: TENANT_ID, Oid: organiser }));
  const digits = [...keyOf(`conference ${seed}`, 12)].map((sign) => sign.charCodeAt(0) % 10).join('');
  return {
    thread,
    joinUrl: `https://teams.microsoft.com/l/meetup-join/${smallEscapes(encodeURIComponent(thread))}/0?context=${smallEscapes(context)}`,
    conferenceId: digits,
  };
}

/** Teams writes "%3a", not "%3A"; the thread's own letters keep their case, since they are the chat's id. */
function smallEscapes(encoded: string): string {
  return encoded.replaceAll(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());
}

/** The block Teams puts at the foot of an invitation. An event whose body loses it is no online meeting any more. */
export function joinBlock(meeting: OnlineMeeting, language: 'da' | 'en' = 'da'): string {
  const words =
    language === 'da'
      ? { heading: 'Microsoft Teams-møde', join: 'Deltag i mødet nu', id: 'Møde-id', organisers: 'For mødearrangører', options: 'Mødeindstillinger' }
      : {
          heading: 'Microsoft Teams meeting',
          join: 'Join the meeting now',
          id: 'Meeting ID',
          organisers: 'For organisers',
          options: 'Meeting options',
        };
  const href = meeting.joinUrl.replaceAll('&', '&amp;');
  const number = meeting.conferenceId.replaceAll(/(\d{3})(?=\d)/g, '$1 ');
  const options = `https://teams.microsoft.com/meetingOptions/?tenantId=${TENANT_ID}&amp;threadId=${encodeURIComponent(meeting.thread)}`;
  return [
    '<br><div style="width:100%"><span style="white-space:nowrap; color:#5F5F5F; opacity:.36">________________________________________________________________________________</span></div>',
    `<div class="me-email-text" lang="${language === 'da' ? 'da-DK' : 'en-GB'}" style="color:#252424; font-family:'Segoe UI','Helvetica Neue',Helvetica,Arial,sans-serif">`,
    `<div style="margin-top:24px; margin-bottom:20px"><span style="font-size:24px; color:#252424">${words.heading}</span></div>`,
    `<div style="margin-bottom:20px"><a class="me-email-headline" id="meet_invite_block.action.join_link" href="${href}" target="_blank" rel="noreferrer noopener" style="font-size:20px; font-weight:600; text-decoration:underline; color:#5B5FC7">${words.join}</a></div>`,
    `<div style="margin-bottom:20px"><span style="font-size:14px; color:#616161">${words.id}: </span><span style="font-size:14px; color:#242424">${number}</span></div>`,
    `<div style="margin-bottom:24px"><span style="font-size:14px; color:#616161">${words.organisers}: <a href="${options}" target="_blank" rel="noreferrer noopener" style="text-decoration:underline; color:#5B5FC7">${words.options}</a></span></div>`,
    '</div>',
    '<div style="width:100%"><span style="white-space:nowrap; color:#5F5F5F; opacity:.36">________________________________________________________________________________</span></div>',
  ].join('');
}

/** Whether a body still carries the way into the meeting. */
export function carriesJoinBlock(content: string, meeting: OnlineMeeting): boolean {
  const plain = content.replaceAll('&amp;', '&').replaceAll('&#x26;', '&');
  return plain.includes(meeting.joinUrl);
}
