const KEY = 'proofmark.wanted';
/** As long as the link of a mail signs in. */
const WHILE = 20 * 60_000;

/** Remembers in this browser where somebody wanted to go before they had signed in: the link that signs them in leads to the overview. */
export function keepWanted(hash: string): void {
  try {
    if (/^#\/./.test(hash)) localStorage.setItem(KEY, JSON.stringify({ hash, at: Date.now() }));
  } catch {
    // Without storage they begin at the overview.
  }
}

/** Where they wanted to go, once; null for nowhere, or too long ago. */
export function takeWanted(): string | null {
  try {
    const { hash, at } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as { readonly hash?: unknown; readonly at?: unknown };
    localStorage.removeItem(KEY);
    const age = Date.now() - Number(at);
    return typeof hash === 'string' && hash.startsWith('#/') && age >= 0 && age < WHILE ? hash : null;
  } catch {
    return null;
  }
}
