import { VC2_CONTEXT } from '@proofmark/schemas';
import { didKeyOf, namedEd25519Key } from '@proofmark/testkit';
import { describe, expect, it } from 'vitest';
import { EXAMPLES, faceOf, plain, post } from './face.fixture.js';
import { libraryPresents } from './library.fixture.js';

describe('presentations that @digitalbazaar/vc made', () => {
  it('verify over the VC-API of the product', async () => {
    const { app } = faceOf();
    const ada = namedEd25519Key('ada');
    const { did } = didKeyOf(ada);
    for (const credentials of [[], [plain(did), plain(did, { id: 'urn:x:2' })]]) {
      const context = [VC2_CONTEXT, EXAMPLES];
      const presentation = { '@context': context, type: ['VerifiablePresentation'], holder: did, verifiableCredential: credentials };
      const verifiablePresentation = await libraryPresents(presentation, ada, 'a1b2', 'verifier.example');
      const ask = (options: object) => post(app, '/vc-api/presentations/verify', { verifiablePresentation, options });
      expect(await ask({ challenge: 'a1b2', domain: 'verifier.example' })).toMatchObject({ status: 200, verified: true });
      expect(await ask({ checks: [] })).toMatchObject({ status: 200 });
      expect(await ask({ challenge: 'other' })).toMatchObject({ status: 400 });
    }
  });
});
