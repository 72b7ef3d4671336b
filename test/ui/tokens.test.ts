import { tokens as theirs } from '@fluentui/react-components';
import { expect, it } from 'vitest';
import { tokens } from '../../src/ui/kit/themes/tokens.ts';

it("says of every token what Fluent's own list says", () => {
  expect(Object.fromEntries(Object.keys(theirs).map((name) => [name, tokens[name]]))).toEqual(theirs);
});
