import { ProofmarkChecker } from './checker.js';

customElements.define('proofmark-checker', ProofmarkChecker);
