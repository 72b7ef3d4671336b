import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InteractionDetails, Provider } from 'oidc-provider';
import { everyone, personBy } from '../microsoftGraph/directory/people.ts';
import { APP_ID } from '../known.ts';
import type { Tenant } from '../tenant.ts';
import { adminOnlyScopes } from './appScopes.ts';
import { addConsent, consented } from './consents.ts';
import { consentPage, problemHtml, signInPage } from './pages.ts';

/** The page behind `/signin/<uid>`: pick a person, and say yes to what an app asks for. Server-rendered forms, no script. */
export function interactions(tenant: Tenant, provider: Provider): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    let details: InteractionDetails;
    try {
      details = await provider.interactionDetails(request, response);
    } catch {
      return send(response, 400, problemHtml('Login er udløbet', 'Gå tilbage til siden du kom fra, og prøv igen.'));
    }
    const form = request.method === 'POST' ? await readForm(request) : undefined;
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (details.prompt.name === 'consent') return consent(details, form, path);
    return pick(details, form, path);

    async function pick({ params }: InteractionDetails, answer: URLSearchParams | undefined, action: string): Promise<void> {
      if (answer?.get('action') === 'cancel') return cancel();
      const person = personBy(tenant.db, answer?.get('person') ?? '');
      if (!person)
        return send(
          response,
          200,
          signInPage(action, everyone(tenant.db), typeof params['login_hint'] === 'string' ? params['login_hint'] : undefined),
        );
      // Both prompts are answered at once: choosing an account is also signing in.
      return provider.interactionFinished(
        request,
        response,
        { login: { accountId: person.id }, select_account: {} },
        { mergeWithLastSubmission: false },
      );
    }

    async function consent({ session, params }: InteractionDetails, answer: URLSearchParams | undefined, action: string): Promise<void> {
      const person = personBy(tenant.db, session?.accountId ?? '');
      const asked = String(params['scope'] ?? '')
        .split(' ')
        .filter((scope) => scope !== '' && !['openid', 'profile', 'email', 'offline_access'].includes(scope));
      const granted = person ? consented(tenant.db, APP_ID, person.id) : new Set<string>();
      const missing = asked.filter((scope) => !granted.has(scope));
      if (answer?.get('action') === 'cancel' || !person) return cancel();
      const adminOnly = missing.filter((scope) => adminOnlyScopes.has(scope));
      if (adminOnly.length > 0) {
        if (answer)
          return provider.interactionFinished(request, response, {
            error: 'consent_required',
            error_description: `AADSTS90094: An administrator must consent to ${adminOnly.join(' ')}.`,
          });
        return send(response, 200, consentPage(action, person, adminOnly, true));
      }
      if (!answer) return send(response, 200, consentPage(action, person, missing, false));
      addConsent(tenant.db, APP_ID, person.id, missing);
      return provider.interactionFinished(request, response, { consent: {} }, { mergeWithLastSubmission: true });
    }

    function cancel(): Promise<void> {
      return provider.interactionFinished(request, response, {
        error: 'access_denied',
        error_description: 'AADSTS65004: User declined to consent to access the app.',
      });
    }
  };
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  });
  response.end(html);
}
