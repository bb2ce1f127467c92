/**
 * What an answer means, which its colour shows beside its word and its icon: somebody whom the reader trusts confirms it; it holds, as far as it goes; it is
 * no longer so; do not rely on it; there is none; nobody knows.
 */
export type Tone = 'good' | 'open' | 'old' | 'bad' | 'none' | 'unknown';
