import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { CheckerPage } from '../support/checker-page.js';
import { Stage } from '../support/stage.js';
import { GitHubWork } from './github-work.js';
import { STATES } from './states.js';

const FOLDER = fileURLToPath(new URL('../../test-results/screenshots/', import.meta.url));
const WIDTHS = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } } as const;

let stage: Stage;
let github: GitHubWork;
beforeAll(async () => {
  [stage, github] = await Promise.all([Stage.set(), GitHubWork.set()]);
});
afterAll(() => Promise.all([stage.strike(), github.strike()]));

const looks = Object.entries(WIDTHS).flatMap(([width, viewport]) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, viewport, colorScheme })),
);

describe.each(STATES)('$name', ({ name, main = false, reach }) => {
  it.each([
    ...looks.map((look) => ({ ...look, lang: 'en' })),
    ...(main ? ['de', 'fr', 'es', 'nl'].flatMap((lang) => looks.map((look) => ({ ...look, lang }))) : []),
  ])('$width, $colorScheme, $lang', async ({ width, viewport, colorScheme, lang }) => {
    const checker = await CheckerPage.open(stage, '', { viewport, colorScheme, locale: lang, reducedMotion: 'reduce' });
    await reach(stage, checker, github);
    await checker.page.waitForLoadState('networkidle');
    const folder = join(FOLDER, lang, `${width}-${colorScheme}`);
    await mkdir(folder, { recursive: true });
    await checker.page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, animations: 'disabled' });
    await checker.page.context().close();
  });
});
