import type { KoaContext } from 'oidc-provider';
import type { Person } from '../microsoftGraph/directory/people.ts';

const style = `
:root{color-scheme:light dark;--ink:#242424;--soft:#616161;--line:#e0e0e0;--paper:#fff;--ground:#f5f5f5;--accent:#4f52b2;--hover:#f0f0fa}
@media (prefers-color-scheme:dark){:root{--ink:#f5f5f5;--soft:#adadad;--line:#424242;--paper:#292929;--ground:#1f1f1f;--accent:#9299f7;--hover:#33344a}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:flex;align-items:flex-start;justify-content:center;padding:6vh 16px;background:var(--ground);color:var(--ink);font:16px/1.45 "Segoe UI",system-ui,-apple-system,sans-serif}
main{width:100%;max-width:460px;background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:32px}
.tenant{margin:0 0 20px;color:var(--soft);font-size:14px}
.tenant strong{color:var(--ink);font-weight:600}
h1{margin:0 0 4px;font-size:24px;font-weight:600;line-height:1.25}
.en{margin:0 0 24px;color:var(--soft);font-size:14px}
ul{list-style:none;margin:0 -12px;padding:0;max-height:56vh;overflow:auto}
li button{display:flex;gap:12px;align-items:center;width:100%;padding:8px 12px;border:0;border-radius:6px;background:none;color:inherit;font:inherit;text-align:left;cursor:pointer}
li button:hover{background:var(--hover)}
button:focus-visible{outline:2px solid var(--accent);outline-offset:-2px}
.face{flex:none;width:36px;height:36px;border-radius:50%;display:grid;place-items:center;background:var(--hover);color:var(--accent);font-size:14px;font-weight:600}
.who{display:block}.what{display:block;color:var(--soft);font-size:13px}
.row{display:flex;gap:8px;margin-top:24px;justify-content:flex-end}
.row button{padding:7px 16px;border-radius:4px;border:1px solid var(--line);background:none;color:inherit;font:inherit;cursor:pointer}
.row .main{background:#4f52b2;border-color:#4f52b2;color:#fff;font-weight:600}
.scopes{margin:16px 0 0;padding:0 0 0 20px;max-height:none;list-style:disc}
.scopes li{padding:2px 0}code{font:13px ui-monospace,Consolas,monospace}`;

function page(title: string, content: string): string {
  return `<!doctype html><html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(title)} · Lokal prøve-tenant</title><style>${style}</style></head><body><main><p class="tenant"><strong>Fjordby Kommune</strong> · Lokal prøve-tenant</p>${content}</main></body></html>`;
}

/** Pick a person: no passwords, everyone is fictional. A hinted person is first in the list. */
export function signInPage(action: string, people: Person[], hint: string | undefined): string {
  const hinted = people.filter(({ upn }) => upn === hint?.toLowerCase());
  const list = [...hinted, ...people.filter((person) => !hinted.includes(person))];
  const rows = list
    .map(
      (person, place) =>
        `<li><button name="person" value="${escape(person.upn)}"${place === 0 && hinted.length > 0 ? ' autofocus' : ''}><span class="face" aria-hidden="true">${escape(initials(person))}</span><span><span class="who">${escape(person.displayName)}</span><span class="what">${escape(person.jobTitle ?? '')}</span></span></button></li>`,
    )
    .join('');
  return page(
    'Vælg en person',
    `<h1>Hvem vil du være?</h1><p class="en" lang="en">Pick a person. Nobody here is real, so there is no password.</p><form method="post" action="${escape(action)}"><ul>${rows}</ul><div class="row"><button name="action" value="cancel">Annuller</button></div></form>`,
  );
}

/** Consent: what the app asks for, by a person or, for the larger scopes, only by an administrator. */
export function consentPage(action: string, person: Person, scopes: string[], adminOnly: boolean): string {
  const list = scopes.map((scope) => `<li><code>${escape(scope)}</code></li>`).join('');
  const words = adminOnly
    ? {
        heading: 'Kræver administratorens godkendelse',
        english: 'Needs admin approval',
        text: 'Dagsorden beder om adgang, som kun en administrator kan give:',
      }
    : { heading: 'Dagsorden beder om adgang', english: 'Dagsorden asks for permission', text: `Som ${person.displayName} giver du appen lov til:` };
  const yes = adminOnly
    ? '<button class="main" name="action" value="back">Tilbage til appen</button>'
    : '<button name="action" value="cancel">Annuller</button><button class="main" name="action" value="accept" autofocus>Godkend</button>';
  return page(
    words.heading,
    `<h1>${words.heading}</h1><p class="en" lang="en">${words.english}</p><p>${escape(words.text)}</p><ul class="scopes">${list}</ul><form method="post" action="${escape(action)}"><div class="row">${yes}</div></form>`,
  );
}

export function problemHtml(heading: string, text: string): string {
  return page(heading, `<h1>${escape(heading)}</h1><p>${escape(text)}</p>`);
}

/** Errors that cannot be handed back to the app, such as an unknown redirect address. */
export function problemPage(context: KoaContext, out: { error: string; error_description?: string }): void {
  context.type = 'html';
  context.body = page(
    'Login lykkedes ikke',
    `<h1>Login lykkedes ikke</h1><p class="en" lang="en">Sign-in failed</p><p>${escape(out.error_description ?? '')}</p><p><code>${escape(out.error)}</code></p>`,
  );
}

export function logoutPage(context: KoaContext, form: string): void {
  context.type = 'html';
  context.body = page(
    'Log ud',
    `<h1>Log ud</h1><p class="en" lang="en">Sign out</p><p>Vil du logge ud af den lokale prøve-tenant?</p>${form}<div class="row"><button form="op.logoutForm">Bliv logget ind</button><button class="main" autofocus form="op.logoutForm" value="yes" name="logout">Log ud</button></div>`,
  );
}

function initials(person: Person): string {
  return `${person.givenName.charAt(0)}${person.surname.charAt(0)}`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
