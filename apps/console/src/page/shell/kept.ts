/** What this browser remembers of whoever works here. The verification page keeps its language under the same name. */
const KEYS = { organisation: 'proofmark.organisation', issuer: 'proofmark.issuer', language: 'proofmark.language' } as const;

/** Remembers an id or a language in this browser. */
export function keep(what: keyof typeof KEYS, value: string): void {
  try {
    localStorage.setItem(KEYS[what], value);
  } catch {
    // Without storage it holds for this page.
  }
}

/** What was kept before; null where nothing was. */
export function kept(what: keyof typeof KEYS): string | null {
  try {
    return localStorage.getItem(KEYS[what]);
  } catch {
    return null;
  }
}
