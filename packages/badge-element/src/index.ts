export { ProofmarkBadge } from './badge-element.js';
export type { BadgeValue } from './checking/handed-over.js';
export type { VerifyMode } from './checking/when-seen.js';
export type { BadgeErrorCode, ProofmarkBadgeEventMap } from './events.js';
