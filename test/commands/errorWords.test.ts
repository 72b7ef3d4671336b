import fc from 'fast-check';
import { expect, test } from 'vitest';
import { errorWords } from '../../src/commands/publish/errorWords.ts';
import { Failure } from '../../src/meeting/errors.ts';
import { publicationToFields } from '../../src/storage/publicationRow.ts';
import { closedSite, fileOf, words } from '../meeting/agendas.ts';

const { key } = fileOf({} as never).pointer;
const line = { target: 'lists' as const, version: 1, state: 'failed' as const, attempts: 1, reference: null, at: '2026-09-03T08:00:00Z' };
const codes = /^[A-Za-z]+(: [\w.-]+( [\w.-]+){0,2})?$/;

test('why something failed is told in codes alone, whatever the failure says', () => {
  const detail = fc.dictionary(fc.constantFrom('code', 'status', 'requestId', 'path'), fc.oneof(words, fc.constant(closedSite)));
  fc.assert(
    fc.property(words, detail, (message, told) => {
      const said = errorWords(new Failure('NotAllowed', `${message} ${closedSite}`, { detail: told }));
      expect(said).toMatch(codes);
      expect(said).not.toContain(closedSite);
      expect(publicationToFields(key, { ...line, error: said })['Error']).toBe(said);
    }),
  );
  const detail403 = { code: 'accessDenied', status: '403', requestId: '11111111-1111-4111-8111-111111111111' };
  expect(errorWords(new Failure('NotAllowed', 'x', { detail: detail403 }))).toBe('NotAllowed: accessDenied 403 11111111-1111-4111-8111-111111111111');
  expect(errorWords(new TypeError('Hemmelig sag'))).toBe('Unknown');
});

test('a message that an earlier version kept is not written on', () => {
  const error = `NotAllowed: Publishing: GET /sites/${closedSite}/lists`;
  expect(publicationToFields(key, { ...line, error })['Error']).toBe('NotAllowed');
  expect(publicationToFields(key, { ...line, error: 'Noget gik galt med Hemmelig sag' })['Error']).toBe('Unknown');
});
