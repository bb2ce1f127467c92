export { ProofmarkBadge } from './badge-element.js';
export type { BadgeErrorCode, ProofmarkBadgeEventMap } from './events.js';
