import { describe, expect, it } from 'vitest';
import { joseTokens } from './tokens.js';

const key = { algorithm: 'Ed25519', jwk: { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' } } as const;
const TOKEN =
  'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg';

describe('joseTokens where the library cannot be loaded', () => {
  it('answers that it cannot check, and loads the library again at the next call', async () => {
    let asked = 0;
    const tokens = joseTokens({
      load: () => {
        asked++;
        return asked < 3 ? Promise.reject(new TypeError('Failed to fetch dynamically imported module')) : import('./jose-tokens.js');
      },
    });
    expect(await tokens.verifyCompact(TOKEN, 'EdDSA', key)).toBeNull();
    expect(await tokens.readPem('')).toBeUndefined();
    expect(await tokens.verifyCompact(TOKEN, 'EdDSA', key)).toBe(true);
    expect(asked).toBe(3);
  });

  it('throws when it is asked for a thumbprint, which has no third answer', async () => {
    const tokens = joseTokens({ load: () => Promise.reject(new TypeError('offline')) });
    await expect(tokens.thumbprint(key)).rejects.toThrow('offline');
  });
});
