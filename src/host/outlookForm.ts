import type { InvitationForm } from './host.ts';
import { officeCall } from './officeCall.ts';

/** The body may hold a long invitation; Outlook needs longer for it than for a handshake. */
const bodyPatience = 15;

/** The body of the open appointment form. Outlook may rewrite what it is given, so what is read differs from what was written. */
export function createInvitationForm(item: Pick<Office.AppointmentCompose, 'body'>): Pick<InvitationForm, 'readHtml' | 'writeHtml' | 'prependHtml'> {
  return {
    readHtml: () => officeCall<string>('body.getAsync', (done) => item.body.getAsync(Office.CoercionType.Html, done), bodyPatience),
    writeHtml: (html) =>
      officeCall<void>('body.setAsync', (done) => item.body.setAsync(html, { coercionType: Office.CoercionType.Html }, done), bodyPatience),
    prependHtml: (html) =>
      officeCall<void>('body.prependAsync', (done) => item.body.prependAsync(html, { coercionType: Office.CoercionType.Html }, done), bodyPatience),
  };
}
