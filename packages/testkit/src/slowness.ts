/** Turns of the loop below, and how long they take on a machine that has time for them, in milliseconds. */
const TURNS = 50_000_000;
const USUAL = 50;

/**
 * How many times slower than usual this machine is just now, at least 1: by the clock, so that what else it does counts too, or by its processor alone.
 * Whoever limits the time of something in a test multiplies the limit by it, since a limit in milliseconds alone tests the machine.
 */
export function slowness(by: 'clock' | 'processor' = 'clock'): number {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  let sum = 0;
  for (let turn = 0; turn < TURNS; turn += 1) sum += turn % 7;
  const { user, system } = process.cpuUsage(used);
  const took = by === 'clock' ? performance.now() - begun : (user + system) / 1000;
  // The sum is used, so that the loop cannot be left out.
  return sum < 0 ? 1 : Math.max(1, took / USUAL);
}
