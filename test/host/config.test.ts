import { expect, test } from 'vitest';
import { parseConfig } from '../../src/host/config.ts';

const values = {
  DAGSORDEN_CLIENT_ID: 'da650de0-1a2b-4c3d-8e4f-5a6b7c8d9e0f',
  DAGSORDEN_AUTHORITY: 'https://login.microsoftonline.com/organizations',
  DAGSORDEN_KNOWN_AUTHORITIES: '',
  DAGSORDEN_GRAPH: 'https://graph.microsoft.com/v1.0/',
  DAGSORDEN_HOST: '',
  DAGSORDEN_TEAMS_HOSTS: 'https://localhost:5443, https://127.0.0.1:5443/teams',
};

test('a build that says nothing about its host is served from where the page came', () => {
  expect(parseConfig(values, 'https://dagsorden.fjordby.example')).toEqual({
    clientId: 'da650de0-1a2b-4c3d-8e4f-5a6b7c8d9e0f',
    authority: 'https://login.microsoftonline.com/organizations',
    knownAuthorities: [],
    graphBase: 'https://graph.microsoft.com/v1.0',
    appOrigin: 'https://dagsorden.fjordby.example',
    teamsHostOrigins: ['https://localhost:5443', 'https://127.0.0.1:5443'],
    organisation: null,
  });
});

test('a build may tell whose letterhead stands on what is printed', () => {
  expect(parseConfig({ ...values, DAGSORDEN_ORGANISATION: ' Fjordby Kommune ' }, 'https://localhost:5444').organisation).toBe('Fjordby Kommune');
});

test.each([
  ['DAGSORDEN_CLIENT_ID', '', /DAGSORDEN_CLIENT_ID must be the client id.*is empty/],
  ['DAGSORDEN_CLIENT_ID', 'dagsorden', /but is "dagsorden"/],
  ['DAGSORDEN_AUTHORITY', 'http://localhost:5443', /DAGSORDEN_AUTHORITY must be an https address/],
  ['DAGSORDEN_GRAPH', 'graph.microsoft.com', /DAGSORDEN_GRAPH must be an https address/],
  ['DAGSORDEN_TEAMS_HOSTS', 'localhost', /DAGSORDEN_TEAMS_HOSTS must be an https address/],
])('%s = "%s" is refused in a sentence that names it', (name, value, sentence) => {
  expect(() => parseConfig({ ...values, [name]: value }, 'https://localhost:5444')).toThrow(sentence);
});
