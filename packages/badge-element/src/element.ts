import { ProofmarkBadge } from './badge-element.js';
import { ProofmarkBadges } from './badges-element.js';
import type { ProofmarkBadgeEventMap } from './events.js';

// Two copies of the script on one page are no reason to fail: the first one stays. On a server there is no registry, and nothing to do.
if (typeof customElements !== 'undefined' && customElements.get('proofmark-badge') === undefined) {
  // The block first: it gives its badges what they have in common before they are drawn.
  customElements.define('proofmark-badges', ProofmarkBadges);
  customElements.define('proofmark-badge', ProofmarkBadge);
}

declare global {
  interface HTMLElementTagNameMap {
    'proofmark-badge': ProofmarkBadge;
    'proofmark-badges': ProofmarkBadges;
  }
  interface HTMLElementEventMap extends ProofmarkBadgeEventMap {}
}

export { ProofmarkBadge, ProofmarkBadges };
