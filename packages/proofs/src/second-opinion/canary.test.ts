import { describe, expect, it, vi } from 'vitest';
import { joseTokens, newKey, nodeCrypto } from '../node-crypto.fixture.js';

const keys = { embedded: newKey('Ed25519'), token: newKey('ES256') };
const host = { crypto: nodeCrypto, tokens: joseTokens };

async function freshCanary() {
  vi.resetModules();
  return (await import('./canary.js')).runCanary;
}

describe('the canary credential', () => {
  it('is accepted by both libraries as it is signed', async () => {
    const runCanary = await freshCanary();
    expect(await runCanary(keys, host)).toEqual({ ok: true });
  });

  it('is refused when one address in a compiled context is wrong', async () => {
    vi.doMock('../compiled/tables.js', async (original) => {
      const { TABLES, ...rest } = await original<typeof import('../compiled/tables.js')>();
      const wrong = Object.entries(TABLES).map(([url, table]) => [
        url,
        table.replaceAll('vocab.html#targetName', 'vocab.html#targetTitle'),
      ]);
      const changed = Object.fromEntries(
        wrong.map(([url, table]) => [url, (table as string).replaceAll('https://schema.org/targetName', 'https://schema.org/targetTitle')]),
      );
      return { ...rest, TABLES: changed };
    });
    const runCanary = await freshCanary();
    vi.doUnmock('../compiled/tables.js');
    expect(await runCanary(keys, host)).toEqual({ ok: false, library: '@digitalbazaar/vc', answer: { answer: 'invalid' } });
  });

  it('is refused when the host signs or hashes wrongly', async () => {
    const runCanary = await freshCanary();
    const other = newKey('Ed25519');
    const swapped = { ...keys, embedded: { ...keys.embedded, signer: other.signer } };
    expect(await runCanary(swapped, host)).toEqual({ ok: false, library: '@digitalbazaar/vc', answer: { answer: 'invalid' } });
    const hashText = (algorithm: 'SHA-256' | 'SHA-384', text: string) => nodeCrypto.hashText?.(algorithm, `${text} `) ?? '';
    expect(await runCanary(keys, { ...host, crypto: { ...nodeCrypto, hashText } })).toMatchObject({
      ok: false,
      library: '@digitalbazaar/vc',
    });
    const token = { ...keys.token, signer: newKey('ES256').signer };
    expect(await runCanary({ ...keys, token }, host)).toEqual({ ok: false, library: 'jose', answer: { answer: 'invalid' } });
  });

  it('is refused where the token library cannot be loaded', async () => {
    const runCanary = await freshCanary();
    const none = { verifyCompact: async () => null };
    expect(await runCanary(keys, { ...host, tokens: none })).toMatchObject({
      ok: false,
      library: 'jose',
      answer: { answer: 'cannot-tell' },
    });
  });
});
