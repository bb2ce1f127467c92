import type { Theme } from './badge-element.js';
import type { VerifyMode } from './checking/when-seen.js';
import type { Variant } from './view/variant.js';

/** The attributes of `<proofmark-badge>`, for templates that check types, such as JSX. */
export interface ProofmarkBadgeAttributes {
  src?: string;
  loading?: 'lazy' | 'eager';
  verify?: VerifyMode;
  checker?: string;
  variant?: Variant;
  theme?: Theme;
  lang?: string;
  worker?: boolean;
}

/** The attributes of `<proofmark-badges>`: what all badges inside have that do not say it themselves. */
export type ProofmarkBadgesAttributes = Pick<ProofmarkBadgeAttributes, 'variant' | 'theme' | 'checker'>;
