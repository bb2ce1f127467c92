import { ProofmarkChecker } from './checker.js';
import { ProofmarkCamera } from './view/camera.js';

customElements.define('proofmark-camera', ProofmarkCamera);
customElements.define('proofmark-checker', ProofmarkChecker);

// The rest comes while the reader looks for the badge; so an open page goes on working without our server.
void import('./view/more.js').catch(() => undefined);
void import('@proofmark/proofs/jsonld').catch(() => undefined);
