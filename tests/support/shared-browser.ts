import { chromium } from 'playwright';
import { FLAGS, findChromium, SHARED_BROWSER } from './chromium.js';

/** One Chromium for the whole run: a test file connects to it and has its own profiles in it, so that no file waits for a browser to start. */
export async function setup(): Promise<() => Promise<void>> {
  const { executablePath, env } = await findChromium();
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const server = await chromium.launchServer({
    headless: true,
    timeout: 60_000,
    executablePath,
    args: [...FLAGS],
    env: { ...Object.fromEntries(inherited), ...env },
  });
  // The workers are started after this, with this environment.
  process.env[SHARED_BROWSER] = server.wsEndpoint();
  return () => server.close();
}
