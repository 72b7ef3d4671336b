import fc from 'fast-check';
import { words } from '../meeting/agendas.ts';

/** CommonMark as people and programs write it, harmless and otherwise: every construct there is, alone and together. */
export const anyProse: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      words,
      fc.constantFrom(
        'Direktionen **godkendte** indstillingen.',
        'Linje et\nlinje to  \nlinje tre\\\nlinje fire',
        '- at punkt a\n- at punkt b\n  - under b\n\n    mere om b',
        '3. at godkende budgettet\n4. at drøfte *planen*\n\n   med en bemærkning\n   1. under fire',
        '- [ ] ikke gjort\n- [x] gjort',
        '> Citat\n> - i et citat',
        '| Tid | Punkt |\n| --- | :-: |\n| 8.30 | **Nyt** |\n| 9.00 | a \\| b |',
        '# Overskrift **fed**\n\nTekst under',
        '[Læs mere](https://fjordby.example/a?b=1&c=2 "titel") og [ikke](http://fjordby.example) og [slet ikke](javascript:alert(1))',
        '<div onclick="x()">kasse</div>\n\n<script>alert(1)</script> efter',
        '![et kort](https://ondt.example/spor.png) ![](https://ondt.example/uden.png)',
        '[ref] og [anden][ref] og [^1]\n\n[ref]: https://fjordby.example/ref\n[alene]: https://fjordby.example/alene\n\n[^1]: Fodnoten\n',
        '```js\nconst x = "<b>";\n```',
        '    indrykket\n    kode',
        '~~5 mio.~~ `6 mio.` https://fjordby.example/auto ulla@fjordby.example',
        '***\n\nefter en streg',
        '1\\. ikke en liste\n\n+ plus\n* stjerne',
        '`` ` `` **a*b*c** _d_e_',
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join('\n\n'));
