import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, it } from 'vitest';
import { CheckerPage } from '../support/checker-page.js';
import { Stage } from '../support/stage.js';
import { GitHubWork } from './github-work.js';
import { STATES } from './states.js';

// The pictures of the README, which Git keeps beside those of docs/start.
const FOLDER = fileURLToPath(new URL('../../docs/start/pictures/', import.meta.url));

let stage: Stage;
let github: GitHubWork;
beforeAll(async () => {
  [stage, github] = await Promise.all([Stage.set(), GitHubWork.set()]);
});
afterAll(() => Promise.all([stage.strike(), github.strike()]));

it.each([
  ['genuine', 'work-on-github', 1180],
  ['altered', 'tampered', 640],
  ['several', 'ten', 1080],
])('%s.png', async (file, name, height) => {
  const state = STATES.find((one) => one.name === name);
  const checker = await CheckerPage.open(stage, '', {
    viewport: { width: 1000, height },
    colorScheme: 'light',
    locale: 'en',
    reducedMotion: 'reduce',
  });
  await state?.reach(stage, checker, github);
  await checker.page.waitForLoadState('networkidle');
  await checker.page.evaluate(() => scrollTo(0, 0));
  await checker.page.screenshot({ path: `${FOLDER}${file}.png`, animations: 'disabled' });
  await checker.page.context().close();
});
