export type { ProofmarkBadgeAttributes, ProofmarkBadgesAttributes } from './attributes.js';
export { ProofmarkBadge, type Theme } from './badge-element.js';
export { ProofmarkBadges } from './badges-element.js';
export type { BadgeValue } from './checking/handed-over.js';
export type { VerifyMode } from './checking/when-seen.js';
export type { BadgeErrorCode, ProofmarkBadgeEventMap } from './events.js';
export type { Variant } from './view/variant.js';
