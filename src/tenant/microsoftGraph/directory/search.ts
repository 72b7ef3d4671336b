import { malformed } from '../gateway/graphError.ts';
import type { Resource } from '../gateway/call.ts';

const searchable = new Set(['displayname', 'mail', 'userprincipalname', 'givenname', 'surname', 'department', 'jobtitle', 'mailnickname']);

/**
 * `$search="displayName:an" OR "mail:an"` over directory objects: words are matched by their beginning, in any case
 * (graph search-query-parameter). Without quotes it is a 400, as Graph answers.
 */
export function parseSearch(text: string): (resource: Resource) => boolean {
  const either = text.trim().split(/\s+OR\s+/);
  const alternatives = either.map((part) => part.split(/\s+AND\s+/).map(clause));
  return (resource) => alternatives.some((all) => all.every((matches) => matches(resource)));
}

function clause(text: string): (resource: Resource) => boolean {
  const quoted = /^\s*\(?\s*"([A-Za-z]+):(.*)"\s*\)?\s*$/s.exec(text);
  if (!quoted) throw malformed(`Syntax error: a search clause is written "property:text" in quotes, not ${text.trim()}.`);
  const [, property = '', wanted = ''] = quoted;
  if (!searchable.has(property.toLowerCase())) throw malformed(`Property '${property}' is not searchable.`);
  const words = wordsOf(wanted);
  return (resource) => {
    const name = Object.keys(resource).find((key) => key.toLowerCase() === property.toLowerCase());
    const own = wordsOf(String(name === undefined ? '' : (resource[name] ?? '')));
    return words.every((word) => own.some((one) => one.startsWith(word)));
  };
}

/** The words of a name or an address as a search sees them: small letters, without quotes. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s.,@_\-/"]+/)
    .filter(Boolean);
}
