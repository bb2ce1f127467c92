import type { MailLanguage, MailText } from '@proofmark/schemas/api';
import type { BadgeMailKind } from '../../../store/index.js';

/** A mail to a learner, all that it says. */
export interface BadgeMail {
  readonly id: string;
  readonly issuerId: string;
  readonly kind: BadgeMailKind;
  readonly to: string;
  /** BCP 47; English where there are no texts in it. */
  readonly language: string;
  /** Where its button leads; null for none. */
  readonly link: string | null;
  readonly names: MailNames;
  /** Where answers go; null for the sender. */
  readonly replyTo: string | null;
  /** What the issuer wrote itself for this kind of mail; the service's own text stands in for what is missing. */
  readonly texts: Readonly<Partial<Record<MailLanguage, MailText>>>;
  /** What the address has to which the mail comes back that cannot be delivered; null where nobody waits for it. */
  readonly bounceToken: string | null;
}

/** What texts speak of. */
export interface MailNames {
  /** Null where it is not known. */
  readonly learner: string | null;
  readonly badge: string;
  readonly issuer: string;
}

/** Kinds whose button is a link that claims the badge. */
export const CLAIMING: readonly BadgeMailKind[] = ['issued', 'renewed', 'corrected', 'resent', 'reminder'];
