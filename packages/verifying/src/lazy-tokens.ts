import { lazily } from './lazy.js';

/** What reads and checks tokens, and what asks an issuer's record; null when this host cannot have it. */
export const lazyTokens = (): Promise<typeof import('./tokens.js') | null> => lazily(() => import('./tokens.js'));
