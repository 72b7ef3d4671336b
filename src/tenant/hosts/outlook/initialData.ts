import type { Response } from '../graphClient/events.ts';
import type { HostPage } from '../page/hostPage.ts';
import { mailboxZone, timeZoneOffsets } from '../page/times.ts';
import { ewsItemId } from '../wire/officeMessages.ts';
import type { OpenItem } from './openItem.ts';
import { calendarOwner } from './sharedCalendar.ts';

/** Numbers of office.js (its responseTypeMap): none, organizer, tentative, accepted, declined. */
const responseNumber: Record<Response, number> = { none: 0, notResponded: 0, organizer: 1, tentativelyAccepted: 2, accepted: 3, declined: 4 };
const ordinaryUser = 2;

/** office.js's itemType: 2 an appointment being read, 5 one being composed. */
const itemTypes = { read: 2, compose: 5 } as const;

/**
 * The answer to GetInitialData. A reading add-in gets every property of the item from here (outlook-web-16.01.js: getAppointmentRead); a
 * composing one only what does not belong to the item's fields, since it asks for those one by one.
 */
export function initialData(page: HostPage, item: OpenItem): object {
  const { person, app } = page;
  const common = {
    permissionLevel: app.mailboxPermission,
    itemType: itemTypes[item.mode],
    userDisplayName: person.displayName,
    userEmailAddress: person.userPrincipalName,
    userTimeZone: 'Romance Standard Time',
    userProfileType: 'enterprise',
    timeZoneOffsets: timeZoneOffsets(new Date()),
    hostVersion: '16.01.0.0',
    owaView: 'ThreeColumns',
    ewsUrl: `${location.origin}/EWS/Exchange.asmx`,
    restUrl: `${location.origin}/api`,
    isRestIdSupported: false,
    extensionId: app.id,
    isRead: true,
    isFromSharedFolder: calendarOwner(page) !== null,
  };
  if (item.mode === 'compose') {
    const { stored } = item.draft;
    return { ...common, conversationId: stored?.iCalUId ?? '', seriesId: stored?.seriesMasterId ? ewsItemId(stored.seriesMasterId) : null };
  }
  const { event } = item;
  const organizerAddress = event.organizer.address.toLowerCase();
  const people = event.attendees.filter((attendee) => attendee.address.toLowerCase() !== organizerAddress && attendee.type !== 'resource');
  const details = (type: 'required' | 'optional'): object[] =>
    people
      .filter((attendee) => attendee.type === type)
      .map((attendee) => ({
        name: attendee.name,
        address: attendee.address,
        appointmentResponse: responseNumber[attendee.response],
        recipientType: ordinaryUser,
      }));
  return {
    ...common,
    id: page.address.misbehaviours.has('no-item-id') ? null : ewsItemId(event.id),
    itemClass: event.type === 'occurrence' || event.type === 'exception' ? 'IPM.Appointment.Occurrence' : 'IPM.Appointment',
    subject: event.subject,
    normalizedSubject: event.subject,
    start: event.start.getTime(),
    end: event.end.getTime(),
    location: event.location,
    organizer: { ...event.organizer, appointmentResponse: responseNumber.organizer, recipientType: ordinaryUser },
    to: details('required'),
    cc: details('optional'),
    attachments: [],
    recurrence: null,
    seriesId: event.seriesMasterId ? ewsItemId(event.seriesMasterId) : null,
    dateTimeCreated: event.created.getTime(),
    dateTimeModified: event.modified.getTime(),
    conversationId: event.iCalUId,
    isAllDayEvent: event.isAllDay,
    sensitivity: event.sensitivity,
  };
}

/** The answer to ContextActivationManager_getAppContextAsync (osf: AppContext); every field named here is read by office.js. */
export function appContext(page: HostPage, options: { conversationId: string; settings: object; naa: boolean }): object {
  const { app } = page;
  const language = page.locale === 'da-dk' ? 'da-DK' : 'en-US';
  return {
    _id: options.conversationId,
    _appName: 64,
    _appVersion: 15,
    _appMinorVersion: 0,
    _appUILocale: language,
    _dataLocale: language,
    _docUrl: `${location.origin}/outlook`,
    _clientMode: 0,
    _settings: options.settings,
    _reason: 1,
    _osfControlType: 0,
    _eToken: '',
    _correlationId: options.conversationId,
    _appInstanceId: options.conversationId,
    _touchEnabled: false,
    _commerceAllowed: false,
    _requirementMatrix: JSON.stringify({
      Mailbox: '1.15',
      AddinCommands: '1.3',
      DialogApi: '1.2',
      DialogOrigin: '1.1',
      ...(options.naa ? { NestedAppAuth: '1.1' } : {}),
    }),
    _dialogRequirementMatrix: JSON.stringify({ DialogApi: '1.2', DialogOrigin: '1.1' }),
    _hostFullVersion: '16.01.0.0',
    _hostCustomMessage: '',
    _appDomains: [app.origin, location.origin],
    _addinName: app.name,
    _addInSourceUrl: app.taskPaneUrl,
    _timeZone: mailboxZone,
    _isDialog: false,
  };
}
