import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Report, VERDICTS } from '@proofmark/schemas';
import { afterAll, afterEach, beforeAll, it } from 'vitest';
import { drawReports, IMAGE, LINE } from '../support/drawn.js';
import { reportOf } from '../support/reports.js';
import { Stage, unfold } from '../support/stage.js';

const FOLDER = fileURLToPath(new URL('../../test-results/screenshots/badge-element/', import.meta.url));

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
  await mkdir(FOLDER, { recursive: true });
});
afterEach(() => stage.closePages());
afterAll(() => stage.strike());

/** One badge that was altered, beside the seven verdicts: it is shown as a claim. */
function altered(): Report {
  const report = reportOf('do-not-rely');
  return {
    ...report,
    because: ['signature'],
    checks: { ...report.checks, revoked: { outcome: 'passed' }, signature: { outcome: 'failed', code: 'signature-invalid' } },
  };
}

const LONG = 'Design of services for the web and what follows from it '.repeat(6).slice(0, 300);
const REPORTS: readonly Report[] = [
  ...VERDICTS.map((verdict) => reportOf(verdict)),
  altered(),
  reportOf('genuine-issuer-unknown', { name: LONG, recipient: { id: null, name: LONG } }),
  reportOf('genuine-issuer-unknown', { image: null, evidence: [] }),
];

const VARIANTS = {
  card: {},
  unfolded: {},
  line: LINE,
  image: IMAGE,
  block: { whole: (badges: string) => `<proofmark-badges>${badges}</proofmark-badges>` },
} as const;

const looks = [160, 320, 390, 720, 1280].flatMap((width) => (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })));

it.each(Object.keys(VARIANTS).flatMap((variant) => looks.map((look) => ({ variant: variant as keyof typeof VARIANTS, ...look }))))(
  '$variant, $width, $colorScheme',
  async ({ variant, width, colorScheme }) => {
    const { page } = await drawReports(stage, REPORTS, {
      ...VARIANTS[variant],
      browser: { viewport: { width: width + 16, height: 844 }, colorScheme },
      css: '.box { margin-block-end: 16px; }',
    });
    if (variant === 'unfolded') await unfold(page);
    await page.screenshot({ path: join(FOLDER, `${variant}-${width}-${colorScheme}.png`), fullPage: true, animations: 'disabled' });
  },
);

it.each(['de', 'fr', 'es', 'nl', 'ar'])('card, 390, %s', async (lang) => {
  const { page } = await drawReports(stage, REPORTS, {
    root: `lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"`,
    browser: { viewport: { width: 406, height: 844 } },
  });
  await page.screenshot({ path: join(FOLDER, `card-390-${lang}.png`), fullPage: true, animations: 'disabled' });
});
