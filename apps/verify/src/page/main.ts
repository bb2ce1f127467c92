import { ProofmarkChecker } from './checker.js';

customElements.define('proofmark-checker', ProofmarkChecker);

// The rest comes while the reader looks for the badge; so an open page goes on working without our server.
void import('./view/camera.js').then(
  ({ ProofmarkCamera }) => customElements.define('proofmark-camera', ProofmarkCamera),
  () => undefined,
);
void import('./view/more.js').catch(() => undefined);
void import('@proofmark/proofs/jsonld').catch(() => undefined);
