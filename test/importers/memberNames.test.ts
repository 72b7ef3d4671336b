import { describe, expect, it } from 'vitest';
import { readMemberNames } from '../../src/importers/memberNames.ts';

const short = (text: string) =>
  readMemberNames(text).map(({ name, email, roles, party, substitute }) =>
    [name, email && `<${email}>`, roles.join('+'), party && `(${party})`, substitute && `stf. ${substitute}`].filter(Boolean).join(' '),
  );

describe('a pasted list of members', () => {
  it('of an invitation, with addresses', () => {
    expect(
      short('Ane Kratholm <ane.kratholm@fjordby.example>; Lene Vadgaard <Lene.Vadgaard@fjordby.example>; poul.kringelholm@fjordby.example'),
    ).toEqual([
      'Ane Kratholm <ane.kratholm@fjordby.example> member',
      'Lene Vadgaard <lene.vadgaard@fjordby.example> member',
      'Poul Kringelholm <poul.kringelholm@fjordby.example> member',
    ]);
  });
  it('with headings, offices behind and before, and party letters', () => {
    expect(
      short(
        'Formand: Ane Kratholm (A)\nNæstformand: Poul Kringelholm (V)\nMedlemmer: Lene Vadgaard (Ø), Mona Thuesen (C) og Rikke Vindum (B)\nSekretær: Ulla Skarvad',
      ),
    ).toEqual([
      'Ane Kratholm chair (A)',
      'Poul Kringelholm deputy (V)',
      'Lene Vadgaard member (Ø)',
      'Mona Thuesen member (C)',
      'Rikke Vindum member (B)',
      'Ulla Skarvad secretary',
    ]);
    expect(short('Ane Kratholm, formand\nPoul Kringelholm, næstformand\nLene Vadgaard')).toEqual([
      'Ane Kratholm chair',
      'Poul Kringelholm deputy',
      'Lene Vadgaard member',
    ]);
  });
  it('an office before a name is that one’s, and not of the lines below it', () => {
    expect(short('Formand: Ane Kratholm (A)\nLene Vadgaard, næstformand\nMona Thuesen')).toEqual([
      'Ane Kratholm chair (A)',
      'Lene Vadgaard deputy',
      'Mona Thuesen member',
    ]);
    expect(short('Observatører: Mona Thuesen,\nRikke Vindum')).toEqual(['Mona Thuesen observer', 'Rikke Vindum observer']);
  });
  it('a heading over a list of lines, and a table', () => {
    expect(short('Observatører\nMona Thuesen\nRikke Vindum\n\nLene Vadgaard')).toEqual([
      'Mona Thuesen observer',
      'Rikke Vindum observer',
      'Lene Vadgaard member',
    ]);
    expect(short('Ane Kratholm\tFormand\nLene Vadgaard\tMedlem')).toEqual(['Ane Kratholm chair', 'Lene Vadgaard member']);
  });
  it('personal substitutes stand behind whom they stand in for', () => {
    expect(short('Ane Kratholm (personlig stedfortræder: Mona Thuesen)\nLene Vadgaard, suppleant Rikke Vindum')).toEqual([
      'Ane Kratholm member stf. Mona Thuesen',
      'Lene Vadgaard member stf. Rikke Vindum',
    ]);
  });
  it('names each person once, and nobody where there is nobody', () => {
    expect(short('Ane Kratholm\nAne Kratholm, formand')).toEqual(['Ane Kratholm chair']);
    expect(short('Punkt 1: Budget 2027\nkl. 8.30 i mødelokale 2')).toEqual([]);
    expect(short('')).toEqual([]);
  });
});
