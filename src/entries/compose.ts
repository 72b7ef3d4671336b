import { createCommands } from '../commands/createCommands.ts';
import type { Commands } from '../commands/commands.ts';
import type { AppConfig } from '../host/config.ts';
import type { Host } from '../host/host.ts';
import { createGraph } from '../graph/client.ts';
import { scopes } from '../graph/scopes.ts';
import { createStore } from '../storage/createStore.ts';

/**
 * Puts the rooms together: host → tokens → wire → store → commands. What an earlier visit left in the outbox is sent as soon as
 * the first token shows who is signed in, since nobody sends another person's words.
 */
export function compose(host: Host, config: AppConfig): Commands {
  let resumed = false;
  const graph = createGraph({
    baseUrl: config.graphBase,
    token: async (request) => {
      const token = await host.signIn.token(request);
      if (!resumed) {
        resumed = true;
        setTimeout(() => void commands.outbox.resume(), 0);
      }
      return token;
    },
  });
  const commands = createCommands({
    host,
    store: createStore(graph),
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    language: host.language,
    appOrigin: config.appOrigin,
    adminConsentLink: adminConsentLink(config),
    organisation: config.organisation ?? undefined,
  });
  return commands;
}

/** Where an administrator consents for everybody (v2 admin consent endpoint, learn.microsoft.com/entra/identity-platform/v2-admin-consent). */
export function adminConsentLink(config: AppConfig): string {
  const query = new URLSearchParams({
    client_id: config.clientId,
    scope: Object.values(scopes)
      .flat()
      .map((scope) => `https://graph.microsoft.com/${scope}`)
      .join(' '),
    redirect_uri: `${config.appOrigin}/index.html`,
  });
  return `${config.authority}/v2.0/adminconsent?${query.toString()}`;
}
