import { verifyCredential } from '@digitalcredentials/verifier-core';
import { answerEach } from './loopback.mjs';

await answerEach(async (text) => {
  const { error, errors = [], log = [] } = await verifyCredential({ credential: JSON.parse(text), knownDIDRegistries: [] });
  const passed = log.filter(({ valid }) => valid === true).map(({ id }) => id);
  const notPassed = log.filter(({ id, valid }) => valid !== true && id !== 'registered_issuer');
  const failed = notPassed.map(({ id, error: reason }) => (reason ? `${id}: ${reason.message}` : id));
  const because = [...[...errors, error].filter(Boolean).map(({ name, message }) => `${name}: ${message}`), ...failed];
  return { accepted: because.length === 0 && passed.includes('valid_signature'), because, passed };
});
