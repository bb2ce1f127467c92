/** The name of the cookie of a session. Cookies of one host are shared by all its ports, so that a local service has names of its own. */
export function sessionCookieName(baseUrl: string): string {
  const { protocol, port } = new URL(baseUrl);
  return protocol === 'https:' ? '__Host-proofmark-session' : `proofmark-session-${port || '80'}`;
}
