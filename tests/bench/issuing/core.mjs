// Batches through the issuing core, in a process of its own on the database of the service: no HTTP, everything else as the service has it.
// `atOnce` batches are asked for at the same time.
import { startCore } from './start-core.mjs';

const [folder, base, issuerId, achievementId] = process.argv.slice(2);
const issue = await startCore(folder, base, issuerId, achievementId);
process.on('message', async ({ ms, size, atOnce = 1 }) => {
  const begun = performance.now();
  const spent = process.cpuUsage();
  let issued = 0;
  const one = async () => {
    while (performance.now() < begun + ms) {
      // Apart from the sum, which others change meanwhile.
      const some = await issue(size);
      issued += some;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  const { user, system } = process.cpuUsage(spent);
  process.send({ rate: (issued * 1000) / (performance.now() - begun), cpu: (user + system) / 1000 / issued });
});
process.send('ready');
