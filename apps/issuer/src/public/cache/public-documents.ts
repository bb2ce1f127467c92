import { type PublicDocument, publicDocument } from '../http/document.js';
import type { ChangeFollower } from './follow-changes.js';
import type { DocumentMemory, MadeDocument } from './memory.js';

/** Where public documents come from: out of memory, as long as it is known that nothing has changed. */
export interface PublicDocuments {
  /** What can be served at once; null where it has to be made, or the database has to be asked first. */
  find(address: string, variant: string): PublicDocument | null;
  /** Rejects when the database cannot be asked whether something has changed. */
  get(address: string, variant: string, make: () => Promise<MadeDocument>): Promise<PublicDocument>;
}

export function rememberedDocuments(
  memory: DocumentMemory,
  follower: Pick<ChangeFollower, 'isCurrent' | 'current' | 'isTold'>,
): PublicDocuments {
  return {
    find: (address, variant) => (follower.isCurrent() && follower.isTold() ? memory.find(address, variant) : null),
    async get(address, variant, make) {
      await follower.current();
      if (!follower.isTold()) return publicDocument((await make()).answer);
      return memory.get(address, variant, make);
    },
  };
}

/** Makes each document each time. */
export const NOT_REMEMBERED: PublicDocuments = {
  find: () => null,
  get: async (_, __, make) => publicDocument((await make()).answer),
};
