import { describe, expect, it } from 'vitest';
import { StartupError } from '../config/startup-error.js';
import { checkSignatures } from './check-signatures.js';

describe('checkSignatures', () => {
  it('passes with the keys and packages of this process', async () => {
    await expect(checkSignatures()).resolves.toBeUndefined();
  });

  it.each([
    [{ ok: false, library: '@digitalbazaar/vc', answer: { answer: 'invalid' } }, '@digitalbazaar/vc says that its signature is not valid'],
    [{ ok: false, library: 'jose', answer: { answer: 'invalid' } }, 'jose says that its signature is not valid'],
    [
      { ok: false, library: 'jose', answer: { answer: 'cannot-tell', reason: 'unsupported-suite' } },
      'jose cannot check it (unsupported-suite)',
    ],
    [{ ok: false, library: null }, 'would not be signed whole'],
  ] as const)('is a start-up error with one sentence and a remedy when the answer is %j', async (result, said) => {
    const error = await checkSignatures(async () => result).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(StartupError);
    expect(error).toMatchObject({ code: 'signatures-not-verifiable', message: expect.stringContaining(said) });
    expect((error as StartupError).message).toContain('Install the packages anew');
  });
});
