import { existsSync, readFileSync } from 'node:fs';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { lengthRule, lengthRules, mostLines, stillTooLong } from '../../src/tools/lint/length.js';

const project = new URL('../../', import.meta.url);
const parser = { files: ['**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser as Linter.Parser } };

describe('functions that are too long', () => {
  it('are told by lint', () => {
    const linter = new Linter({ cwd: '/house' });
    const said = (file: string, lines: number): number =>
      linter.verify(`function long() {\n${'work();\n'.repeat(lines - 2)}}\n`, [parser, ...lengthRules], `/house/${file}`).length;
    expect([said('src/meeting/a.ts', mostLines), said('src/meeting/a.ts', mostLines + 1), said('src/importers/a.ts', 500)]).toEqual([0, 1, 0]);
  });

  it.each(stillTooLong)('%s is still one to cut', (file) => {
    const path = new URL(file, project);
    expect(existsSync(path), 'the file is gone').toBe(true);
    // Other rules' comments need not be understood here.
    const messages = new Linter().verify(readFileSync(path, 'utf8'), [parser, { files: ['**/*.{ts,tsx}'], rules: lengthRule }], file);
    expect(messages.filter(({ ruleId }) => ruleId === 'max-lines-per-function').length, 'nothing in it is too long any more').toBeGreaterThan(0);
  });
});
