import { describe, expect, it } from 'vitest';
import { isUnacceptable, thirdPartyNotices } from '../../src/tools/build/thirdParty.ts';

describe('the notices of third parties', () => {
  it('name each package with its licence, word for word, in order', () => {
    const text = thirdPartyNotices([
      { name: 'b', version: '2.0.0', license: 'MIT', licenseText: 'Permission is hereby granted\n', author: 'Bodil' },
      { name: 'a', version: '1.0.0', license: 'Apache-2.0', licenseText: null, noticeText: 'Notice of a' },
    ]);
    expect(text).toMatch(/a 1\.0\.0 \(Apache-2\.0\)\n\nNotice of a\n\n-+\n\nb 2\.0\.0 \(MIT\)\nBodil\n\nPermission is hereby granted\n$/);
  });
  it.each(['GPL-3.0', 'AGPL-3.0-only', 'LGPL-2.1', 'SSPL-1.0', 'CC-BY-NC-4.0', 'UNLICENSED', 'GPL-2.0 OR AGPL-3.0', 'MIT AND GPL-3.0'])(
    'refuse what would change our own licence: %s',
    (license) => {
      expect(isUnacceptable(license)).toBe(true);
    },
  );
  it.each(['MIT', 'Apache-2.0', 'BSD-3-Clause', 'ISC', '0BSD', 'CC-BY-4.0', 'BlueOak-1.0.0', 'Unlicense', '(MIT OR GPL-3.0-or-later)'])(
    'take %s',
    (license) => {
      expect(isUnacceptable(license)).toBe(false);
    },
  );
});
