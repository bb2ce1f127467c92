import { describe, expect, it } from 'vitest';
import { guessColumns } from './guess-columns.js';

describe('what the columns of a table seem to be', () => {
  it.each([
    ['English', ['Email address', 'First name', 'Last name', 'ID number'], ['email', 'given_name', 'family_name', 'external_id']],
    ['German', ['Nachname', 'Vorname', 'E-Mail-Adresse', 'Gültig bis'], ['family_name', 'given_name', 'email', 'valid_until']],
    ['German, short', ['Name', 'Vorname', 'E-Mail'], ['family_name', 'given_name', 'email']],
    ['French', ['Nom', 'Prénom', 'Courriel', 'Preuve'], ['family_name', 'given_name', 'email', 'evidence']],
    ['Spanish', ['Nombre', 'Apellidos', 'Correo electrónico'], ['given_name', 'family_name', 'email']],
    ['Dutch', ['Voornaam', 'Achternaam', 'E-mailadres', 'Studentnummer'], ['given_name', 'family_name', 'email', 'external_id']],
    ['a name in one column', ['Nom', 'Courriel'], ['name', 'email']],
    ['a name in one column, Spanish', ['NOMBRE', 'correo_e'], ['name', 'email']],
  ])('is guessed in %s', (_, header, expected) => {
    expect(guessColumns(header)).toEqual(expected);
  });

  it('is guessed once for each of ours, and first for one that is named as ours', () => {
    expect(guessColumns(['Mail', 'email', 'Courriel'])).toEqual([null, 'email', null]);
    expect(guessColumns(['Mail', 'Courriel'])).toEqual(['email', null]);
  });

  it('takes a whole name and not its parts, where both are there', () => {
    expect(guessColumns(['Full name', 'First name', 'Last name'])).toEqual(['name', null, null]);
  });

  it('is nothing for headings that nobody knows, whatever their length', () => {
    expect(guessColumns(['Klasse', '', '😀', 'e'.repeat(100_000), 'result: Grade'])).toEqual([null, null, null, null, 'result:Grade']);
  });
});
