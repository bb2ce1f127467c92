// Status lists: how long it takes to unfold one, to check it as a verifier does, and to set a bit and sign it again.
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { buildStatusList, createBits, decodeList, encodeList, setBit, statusAt } from '@proofmark/credentials';
import { nodePorts } from '@proofmark/platform/node';
import { CREATED, ed25519, ISSUER } from './keys.mjs';
import { ours } from './ours.mjs';
import { median } from './rounds.mjs';

const MAX_BYTES = 4_194_304;
const pack = promisify(gzip);
const { gunzip } = nodePorts({ documents: {} });

export async function lists() {
  const rows = [];
  for (const entries of [131_072, 1_000_000]) rows.push({ entries, ...(await measured(entries)) });
  return rows;
}

async function measured(entries) {
  const pair = ed25519();
  const { sign, check } = ours(pair, `${ISSUER}#${pair.multikey}`, CREATED);
  const bits = createBits(entries);
  // One badge in a hundred is revoked, spread by a fixed rule.
  for (let i = 0, at = 1; i < entries / 100; i++, at = (at * 48_271) % 2_147_483_647) setBit(bits, at % entries, true);
  const publish = async () => {
    const encodedList = await encodeList(bits, pack);
    const validFrom = Date.parse(CREATED);
    return sign(
      buildStatusList({
        id: 'https://badges.example/status/3',
        issuer: ISSUER,
        purpose: 'revocation',
        validFrom,
        ttl: 300_000,
        encodedList,
      }),
    );
  };
  const text = await publish();
  const unfold = () => decodeList(JSON.parse(text).credentialSubject.encodedList, gunzip, { maxBytes: MAX_BYTES });
  let next = 0;
  return {
    bytes: text.length,
    decode: await times(unfold),
    check: await times(async () => {
      if ((await check(text)) !== 'valid') throw new Error('the list is not valid');
      const list = await unfold();
      if (statusAt(list.bits, 94_567, 1) === null) throw new Error('the list is too short');
    }),
    resign: await times(() => {
      setBit(bits, next++, true);
      return publish();
    }),
  };
}

/** The median of some runs, in milliseconds of wall time: packing runs in a thread of its own. */
async function times(run) {
  const samples = [];
  for (let i = 0; i < 30; i++) {
    const start = performance.now();
    await run();
    samples.push(performance.now() - start);
  }
  return median(samples.slice(5));
}
