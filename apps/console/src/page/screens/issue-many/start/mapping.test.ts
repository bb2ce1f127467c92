import { describe, expect, it } from 'vitest';
import { columnsOption, guessed, headingsOf, mappingFaults } from './mapping.js';

const column = (name: string, is: string | null = null) => ({ name, is });
const FILE = [column('E-Mail', 'email'), column('Vorname', 'given_name'), column('Klasse'), column('Note'), column('proofmark_reason')];

describe('the columns of a file', () => {
  it('are guessed by the service, and by the names of results', () => {
    expect(guessed(FILE, ['note', 'Other'])).toEqual({ 'E-Mail': 'email', Vorname: 'given_name', Note: 'result:note' });
  });

  it('have the same headings with and without what we added to rows with faults', () => {
    expect(headingsOf(FILE)).toEqual(['E-Mail', 'Vorname', 'Klasse', 'Note']);
  });

  it('leave out by name what the service would take by itself', () => {
    expect(columnsOption(FILE, { 'E-Mail': 'email', Klasse: 'external_id' })).toEqual({
      'E-Mail': 'email',
      Vorname: null,
      Klasse: 'external_id',
    });
  });

  it('do not name a column that nobody can choose', () => {
    const odd = [column('', 'name'), column('e'.repeat(200), 'name'), column('proofmark_row')];
    expect([guessed(odd, []), columnsOption(odd, {})]).toEqual([{}, {}]);
  });

  it.each([
    [{ Vorname: 'given_name' }, [{ kind: 'nobody' }]],
    [{ 'E-Mail': 'email', Klasse: 'email' }, [{ kind: 'twice', target: 'email' }]],
    [{ 'E-Mail': 'email', Vorname: 'given_name', Klasse: 'name' }, [{ kind: 'whole-and-parts' }]],
    [{ 'E-Mail': 'did' }, []],
  ])('are taken only where they say who it is, once: %j', (mapping, faults) => {
    expect(mappingFaults(FILE, mapping)).toEqual(faults);
  });

  it('are told that two of them have one heading, where that matters', () => {
    const twice = [column('Mail', 'email'), column('Mail'), column('Note'), column('Note')];
    expect(mappingFaults(twice, { Mail: 'email' })).toEqual([{ kind: 'same-heading', heading: 'Mail' }]);
  });
});
