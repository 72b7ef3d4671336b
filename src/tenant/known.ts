/** The identifiers both sides of the local set-up agree on. Fixed, so that a saved link or a built app still fits after the data are thrown away. */
export const TENANT_ID = 'f10dbe00-1a2b-4c3d-8e4f-5a6b7c8d9e0f';
/** The client id Dagsorden is registered with in the local tenant. */
export const APP_ID = 'da650de0-1a2b-4c3d-8e4f-5a6b7c8d9e0f';
export const TENANT_NAME = 'Fjordby Kommune';
export const MAIL_DOMAIN = 'fjordby.example';
export const SHAREPOINT_HOST = 'fjordby.sharepoint.example';
/** The audience of an access token for Microsoft Graph. */
export const GRAPH_AUDIENCE = 'https://graph.microsoft.com';
/** The municipality's own clock. */
export const HOME_ZONE = 'Europe/Copenhagen';
