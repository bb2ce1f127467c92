import { FORGE_APIS, type ForgePlace, judgeForge, type Recheck } from '@proofmark/evidence';
import type { Gathering } from '../gathering.js';
import { gatherForge } from './gather-forge.js';

export { readableFile } from '@proofmark/evidence';

/** Asks the public API of a forge about a commit, where git gave no answer, and judges what it says. Loaded only then. */
export async function readForge(place: ForgePlace, swhids: readonly string[], gathering: Gathering): Promise<Recheck> {
  const { ports, policy } = gathering;
  const facts = await gatherForge(FORGE_APIS[place.kind], place, gathering);
  return judgeForge(facts, place, swhids, (data) => ports.crypto.digest('SHA-1', data), policy.at);
}
