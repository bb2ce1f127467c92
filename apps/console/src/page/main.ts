import { ProofmarkConsole } from './app.js';

customElements.define('proofmark-console', ProofmarkConsole);
