import { describe, expect, it } from 'vitest';
import type { Section } from '../../../src/meeting/agenda.ts';
import { textAtAGlance } from '../../../src/ui/intake/glance.ts';

const section = (text: string, fields: Partial<Section> = {}): Section => ({ role: 'text', heading: null, text, ...fields });
const headingOf = ({ heading, role }: Section) => heading ?? (role === 'purpose' ? 'Formål' : null);

describe('the text of an item at a glance', () => {
  it('is plain words, each part behind its heading', () => {
    const sections = [
      section('At finde *de fem* største usikkerheder.', { role: 'purpose' }),
      section('- Veje\n- Skoler', { heading: 'Bilag til sagen:' }),
    ];
    expect(textAtAGlance(sections, headingOf)).toBe('Formål: At finde de fem største usikkerheder. Bilag til sagen: Veje Skoler');
  });

  it('is empty where there are no words, and never longer than a line can show', () => {
    expect(textAtAGlance([], headingOf)).toBe('');
    expect(textAtAGlance([section(' \n')], headingOf)).toBe('');
    expect(textAtAGlance([section('ord '.repeat(10_000))], headingOf).length).toBeLessThanOrEqual(400);
  });
});
