import { VC2_CONTEXT } from '@proofmark/schemas';
import { didKeyOf } from '@proofmark/testkit';
import { describe, expect, it } from 'vitest';
import { libraryPresents } from './library.fixture.js';
import { ada, appOf, EXAMPLES, plain, post } from './vc-api.fixture.js';

describe('presentations that @digitalbazaar/vc made', () => {
  it('verify here', async () => {
    const { did } = didKeyOf(ada);
    for (const credentials of [[], [plain({ issuer: did }), plain({ issuer: did, id: 'urn:x:2' })]]) {
      const context = [VC2_CONTEXT, EXAMPLES];
      const presentation = { '@context': context, type: ['VerifiablePresentation'], holder: did, verifiableCredential: credentials };
      const verifiablePresentation = await libraryPresents(presentation, ada, 'a1b2', 'verifier.example');
      const ask = (options: object) => post(appOf(), '/vc-api/presentations/verify', { verifiablePresentation, options });
      expect(await ask({ challenge: 'a1b2', domain: 'verifier.example' })).toMatchObject({ status: 200, verified: true });
      expect(await ask({ checks: [] })).toMatchObject({ status: 200 });
      expect(await ask({ challenge: 'other' })).toMatchObject({ status: 400 });
    }
  });
});
