/** What the answers say that begin or end a session. */
export const SET_COOKIE = { 'Set-Cookie': 'The session, which scripts cannot read, and its token for the header `X-CSRF-Token`.' } as const;
