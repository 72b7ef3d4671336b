/** What is used of oidc-provider 9, which comes without types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface KoaContext {
    path: string;
    method: string;
    req: IncomingMessage & { body?: unknown };
    body: unknown;
    type: string;
    status: number;
    host: string;
    oidc: {
      route: string;
      account?: { accountId: string };
      client?: { clientId: string };
      session?: { accountId?: string };
      params?: Record<string, unknown>;
      result?: { consent?: { grantId?: string } };
      entities: Record<string, unknown>;
    };
  }

  export interface Grant {
    addOIDCScope(scope: string): void;
    addOIDCClaims(claims: string[]): void;
    addResourceScope(resource: string, scope: string): void;
    save(ttl?: number): Promise<string>;
  }

  export interface InteractionDetails {
    uid: string;
    prompt: { name: string; details: Record<string, unknown>; reasons: string[] };
    params: Record<string, unknown>;
    session?: { accountId?: string };
    grantId?: string;
  }

  export interface Client {
    clientId: string;
    redirectUriAllowed(uri: string): boolean;
    grantTypeAllowed(type: string): boolean;
  }

  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    proxy: boolean;
    Grant: new (values: { clientId: string; accountId: string }) => Grant;
    use(middleware: (context: KoaContext, next: () => Promise<void>) => Promise<void>): void;
    on(event: string, listener: (...values: unknown[]) => void): void;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<InteractionDetails>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: Record<string, unknown>,
      options?: { mergeWithLastSubmission: boolean },
    ): Promise<void>;
  }

  export namespace interactionPolicy {
    class Prompt {
      constructor(details: { name: string; requestable: boolean }, ...checks: unknown[]);
    }
    function base(): { add(prompt: Prompt, position: number): void };
  }

  export default Provider;
}
