import type { PublicLanguage } from '@proofmark/messages/public';
import type { AchievementImages } from '../images/achievement-images.js';
import type { PublicDocuments } from './cache/public-documents.js';
import type { PublicAnswer } from './http/answer.js';
import type { Asked } from './http/asked.js';
import type { Addresses, PinnedScript } from './layout/addresses.js';
import type { PageAssets } from './layout/assets.js';
import type { PublicReads } from './reads.js';

/** What the public routes need from outside. */
export interface PublicDeps {
  /** The service's public address, without a trailing slash. */
  readonly publicBaseUrl: string;
  readonly reads: PublicReads;
  readonly now: () => Date;
  /** Documents in memory; each is made each time when they are not given. */
  readonly documents?: PublicDocuments;
  /** The address of the worked example, or null when there is none. */
  readonly exampleBadge?: () => Promise<string | null>;
  /** The element's script as pages pin it. */
  readonly script?: PinnedScript;
  /** The language of all pages; without it, each reader gets the own. */
  readonly language?: PublicLanguage;
}

/** What they share among themselves. */
export interface PublicContext {
  readonly deps: PublicDeps;
  readonly at: Addresses;
  readonly assets: PageAssets;
  readonly images: AchievementImages;
  readonly language: PublicLanguage;
  /** Says until when an answer that depends on the time is right; null for ever. Without it, such an answer is kept for a minute. */
  lasts(until: Date | null): void;
  /** Says that the answer is about a badge that search engines may not list. */
  unlisted(): void;
}

/** One public GET. It depends on nothing but what it is given. HEAD is answered by it too; the framework leaves out the body. */
export type PublicHandler = (asked: Asked, context: PublicContext) => Promise<PublicAnswer> | PublicAnswer;
