/**
 * Branded ids: a MeetingKey can never be handed in where an ItemId is wanted.
 * The brands exist for the type checker only; at run time each is a plain string.
 */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Names one occurrence of one calendar event, the same for every participant. See meetingKey.ts. */
export type MeetingKey = Branded<'MeetingKey'>;
/** Names one agenda item for its whole life, also when it is moved or renumbered. */
export type ItemId = Branded<'ItemId'>;
/** A SharePoint site id as Graph writes it: "host,siteCollectionGuid,webGuid". */
export type SiteId = Branded<'SiteId'>;

export const asMeetingKey = (text: string): MeetingKey => text as MeetingKey;
export const asItemId = (text: string): ItemId => text as ItemId;
export const asSiteId = (text: string): SiteId => text as SiteId;
