import { rowFaultTexts } from '@proofmark/messages/console/row-faults';
import { FIELD_CODES } from '@proofmark/schemas/api';
import { describe, expect, it } from 'vitest';
import { faultsOf } from './fault-words.js';

const row = (errors: readonly object[], code = 'invalid-request') =>
  ({ row: 1, line: 2, state: 'refused', credentialId: null, problem: { code, detail: 'All of it.', errors } }) as never;

describe('the faults of a row', () => {
  it.each(['en', 'de', 'fr', 'es', 'nl'])('have words for every code that the service has: %s', async (lang) => {
    const words = await rowFaultTexts(lang);
    expect(FIELD_CODES.filter((code) => !Object.hasOwn(words.fields, code) && !['duplicate-key', 'too-deep'].includes(code))).toEqual([]);
  });

  it('are told one by one, with what the service says where the words say less', async () => {
    const words = await rowFaultTexts('en');
    const told = faultsOf(
      words,
      row([
        { pointer: '/recipient/email', code: 'not-an-email', detail: 'is not one', column: 'Mail', value: 'ada@' },
        { pointer: '/results/0', code: 'no-such-value', detail: 'is none of A, B', column: null, value: null },
      ]),
    );
    expect(told).toMatchObject([
      { key: '1-0', line: 2, column: 'Mail', value: 'ada@', wrong: 'This is no e-mail address.', detail: null },
      { key: '1-1', column: null, detail: 'is none of A, B' },
    ]);
  });

  it('are told of the whole row where no value is named, and of a code that is not known', async () => {
    const words = await rowFaultTexts('en');
    expect(faultsOf(words, row([], 'gone'))).toMatchObject([{ wrong: 'The person of this row was erased.', detail: null }]);
    expect(faultsOf(words, row([{ pointer: '', code: 'constructor', detail: 'New.' }]))).toMatchObject([
      { wrong: words.fields.other.wrong, detail: 'New.' },
    ]);
  });
});
