import { expect, it } from 'vitest';
import { launchChromium, unpackChromium } from '../support/chromium.js';

// Where nothing is installed (a bare container), this is the browser that the whole suite runs in: it must start and draw text.
it.runIf(process.platform === 'linux' && process.arch === 'x64')('the Chromium of the npm package starts and has a font', async () => {
  const browser = await launchChromium({}, await unpackChromium());
  try {
    const page = await browser.newPage();
    await page.setContent('<p style="font-size: 40px">Proofmark</p>');
    const drawn = await page.evaluate(async () => {
      const context = new OffscreenCanvas(200, 60).getContext('2d');
      if (context === null) return 0;
      context.font = '40px sans-serif';
      context.fillText('Proofmark', 0, 50);
      return context.getImageData(0, 0, 200, 60).data.filter((value, index) => index % 4 === 3 && value > 0).length;
    });
    expect(drawn).toBeGreaterThan(500);
  } finally {
    await browser.close();
  }
});
