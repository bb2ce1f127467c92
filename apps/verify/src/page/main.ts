import { ProofmarkChecker } from './checker.js';

customElements.define('proofmark-checker', ProofmarkChecker);

// The page's later parts are named in its HTML. What a click needs at once is made ready here.
void import('./view/camera.js').then(
  ({ ProofmarkCamera }) => customElements.define('proofmark-camera', ProofmarkCamera),
  () => undefined,
);
