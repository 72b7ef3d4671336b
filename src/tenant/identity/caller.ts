/** The person a token speaks for. */
export interface Caller {
  id: string;
  upn: string;
  name: string;
  scopes: ReadonlySet<string>;
  /** Client id of the app holding the token. */
  appId: string;
}
