import fc from 'fast-check';
import { expect, test } from 'vitest';
import { siteAddress } from '../../src/meeting/siteAddress.ts';

const host = 'fjordby.sharepoint.example';

test.each([
  ['https://fjordby.sharepoint.example', { host, path: '' }],
  ['https://fjordby.sharepoint.example/SitePages/Home.aspx', { host, path: '' }],
  ['  https://FJORDBY.sharepoint.example/sites/Kreds/Lists/x/AllItems.aspx  ', { host, path: '/sites/Kreds' }],
  ['fjordby.sharepoint.example/teams/Kreds', { host, path: '/teams/Kreds' }],
  ['/sites/Lukket%20kreds/', { host: null, path: '/sites/Lukket kreds' }],
  ['https://fjordby.sharepoint.example/:f:/t/Kreds/Abc?e=1', { host, path: '/teams/Kreds' }],
  ['https://fjordby-my.sharepoint.example/personal/ulla', { host: 'fjordby-my.sharepoint.example', path: '' }],
  ['https://fjordby.sharepoint.example/sites/%E0%A4%A', null],
  ['Lukket kreds', null],
  ['/Lukket', null],
  ['sites/Kreds', null],
  ['', null],
])('“%s”', (text, address) => {
  expect(siteAddress(text)).toEqual(address);
});

test('whatever stands below a site, its address is the site’s', () => {
  const segment = fc.stringMatching(/^[\w-]{1,20}$/);
  fc.assert(
    fc.property(fc.constantFrom('sites', 'teams'), segment, fc.array(segment), (kind, name, below) => {
      expect(siteAddress(`https://${host}/${[kind, name, ...below].join('/')}`)).toEqual({ host, path: `/${kind}/${name}` });
    }),
  );
});
