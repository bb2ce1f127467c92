import type { PublicLanguage } from '@proofmark/messages/public';
import type { Context } from 'hono';
import type { AchievementImages } from '../images/achievement-images.js';
import type { Addresses, PinnedScript } from './layout/addresses.js';
import type { PageAssets } from './layout/assets.js';
import type { PublicReads } from './reads.js';
import type { StatusListCache } from './status/status-list-cache.js';

/** What the public routes need from outside. */
export interface PublicDeps {
  /** The service's public address, without a trailing slash. */
  readonly publicBaseUrl: string;
  readonly reads: PublicReads;
  readonly now: () => Date;
  /** Status lists in memory; one of its own when it is not given. */
  readonly statusLists?: StatusListCache;
  /** The address of the worked example, or null when there is none. */
  readonly exampleBadge?: () => Promise<string | null>;
  /** The element's script as pages pin it. */
  readonly script?: PinnedScript;
  /** The language of the pages; English when it is not given. */
  readonly language?: PublicLanguage;
}

/** What they share among themselves. */
export interface PublicContext {
  readonly deps: PublicDeps;
  readonly at: Addresses;
  readonly assets: PageAssets;
  readonly statusLists: StatusListCache;
  readonly images: AchievementImages;
  readonly language: PublicLanguage;
}

/** One public GET. It answers HEAD too, for which the framework leaves out the body. */
export type PublicHandler = (c: Context, context: PublicContext) => Promise<Response> | Response;
