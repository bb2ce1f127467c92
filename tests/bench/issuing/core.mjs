// Batches through the issuing core, in a process of its own on the database of the service: no HTTP, everything else as the service has it.
import { startCore } from './start-core.mjs';

const [folder, base, issuerId, achievementId] = process.argv.slice(2);
const issue = await startCore(folder, base, issuerId, achievementId);
process.on('message', async ({ ms, size }) => {
  const begun = performance.now();
  let issued = 0;
  while (performance.now() < begun + ms) issued += await issue(size);
  process.send({ rate: (issued * 1000) / (performance.now() - begun) });
});
process.send('ready');
