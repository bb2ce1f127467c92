import type { Store } from '../../ports.js';
import { done, type Result } from '../../result.js';

/** By what people can sign in here besides links. Whose providers there are, it does not tell. */
export async function getSignInMethods({
  store,
}: {
  readonly store: Pick<Store, 'signOn'>;
}): Promise<Result<{ readonly signOn: boolean }>> {
  return done({ signOn: await store.signOn.isOffered() });
}
