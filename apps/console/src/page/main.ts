import { DialogElement, ToastsElement } from '@proofmark/ui';
import { ProofmarkConsole } from './app.js';
import './controls/controls.css';

customElements.define('pm-dialog', DialogElement);
customElements.define('pm-toasts', ToastsElement);
customElements.define('proofmark-console', ProofmarkConsole);
