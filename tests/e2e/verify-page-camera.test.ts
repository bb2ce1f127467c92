import encodeQR from 'qr';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.js';
import { CheckerPage } from '../support/checker-page.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage.strike());

const BUTTON = 'Scan a QR code with the camera';

/** The browser of the tests has no camera, so its place is taken by a film: a QR code, or nothing. Everything behind it is the page's own. */
async function holdBeforeCamera(checker: CheckerPage, text: string | null): Promise<void> {
  const rows = text === null ? [] : (encodeQR(text, 'raw', { border: 4 }) as boolean[][]);
  await checker.page.evaluate((modules) => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 480;
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    const draw = (): void => {
      context.fillStyle = '#ddd';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.fillStyle = '#222';
      for (const [y, row] of modules.entries())
        for (const [x, dark] of row.entries()) if (dark) context.fillRect(150 + x * 6, 60 + y * 6, 6, 6);
    };
    setInterval(draw, 50);
    const stream = canvas.captureStream(20);
    Object.assign(window, { film: stream });
    navigator.mediaDevices.getUserMedia = async () => stream;
  }, rows);
}

/** Whether the camera is still on. */
const isLive = (checker: CheckerPage): Promise<boolean> =>
  checker.page.evaluate(() =>
    (window as unknown as { film: MediaStream }).film.getTracks().some(({ readyState }) => readyState === 'live'),
  );

it('is asked for on a click only, reads a QR code and is switched off', async () => {
  const badge = await stage.issuer.issue();
  const checker = await CheckerPage.open(stage);
  await holdBeforeCamera(checker, badge.url);
  expect(await checker.page.locator('video').count()).toBe(0);
  await checker.page.getByRole('button', { name: BUTTON }).click();
  expect(await checker.verdict()).toBe('genuine-issuer-unknown');
  expect(await checker.page.locator('video').count()).toBe(0);
  expect(await isLive(checker)).toBe(false);
  expect(checker.opened.complaints).toEqual([]);
});

it('can be switched off again, with the keyboard alone', async () => {
  const checker = await CheckerPage.open(stage);
  await holdBeforeCamera(checker, null);
  await checker.page.getByRole('button', { name: BUTTON }).focus();
  await checker.page.keyboard.press('Enter');
  await checker.page.getByRole('button', { name: 'Switch the camera off' }).waitFor();
  expect(await accessibilityProblems(checker.page)).toEqual([]);
  await checker.page.keyboard.press('Escape');
  await checker.page.getByRole('button', { name: BUTTON }).waitFor();
  expect(
    await checker.page.evaluate(
      () =>
        document.querySelector('proofmark-checker')?.shadowRoot?.querySelector('proofmark-camera')?.shadowRoot?.activeElement?.textContent,
    ),
  ).toBe(BUTTON);
  await expect.poll(() => isLive(checker)).toBe(false);
});

it('that is allowed only after it was switched off does not end the one that was switched on since', async () => {
  const checker = await CheckerPage.open(stage);
  await holdBeforeCamera(checker, null);
  await checker.page.evaluate(() => {
    const { film } = window as unknown as { film: MediaStream };
    const late = film.clone();
    const answers = [new Promise<MediaStream>((allow) => Object.assign(window, { late, allow: () => allow(late) })), film];
    navigator.mediaDevices.getUserMedia = async () => answers.shift() ?? film;
  });
  const off = checker.page.getByRole('button', { name: 'Switch the camera off' });
  await checker.page.getByRole('button', { name: BUTTON }).click();
  await off.click();
  await checker.page.getByRole('button', { name: BUTTON }).click();
  await off.waitFor();
  await checker.page.evaluate(() => (window as unknown as { allow: () => void }).allow());
  await checker.page.waitForFunction(() => {
    const { late } = window as unknown as { late: MediaStream };
    return late.getTracks().every(({ readyState }) => readyState === 'ended');
  });
  expect([await off.count(), await isLive(checker)]).toEqual([1, true]);
  await off.click();
  await expect.poll(() => isLive(checker)).toBe(false);
});

it('is switched off when another badge is handed in and the form is folded', async () => {
  const badge = await stage.issuer.issue();
  const checker = await CheckerPage.open(stage);
  await holdBeforeCamera(checker, null);
  await checker.page.getByRole('button', { name: BUTTON }).click();
  await checker.page.waitForFunction(() => {
    const video = document
      .querySelector('proofmark-checker')
      ?.shadowRoot?.querySelector('proofmark-camera')
      ?.shadowRoot?.querySelector('video');
    return (video?.videoWidth ?? 0) > 0;
  });
  await checker.drop('badge.json', badge.json);
  expect(await checker.verdict()).toBe('genuine-issuer-unknown');
  await expect.poll(() => isLive(checker)).toBe(false);
  await checker.unfold();
  await checker.page.getByRole('button', { name: BUTTON }).waitFor();
});

it.each([
  ['NotAllowedError', 'The camera may not be used here.'],
  ['NotFoundError', 'There is no camera that this page could use.'],
  ['NotReadableError', 'The camera is in use by another program.'],
])('that cannot be used (%s) says what to do', async (name, says) => {
  const checker = await CheckerPage.open(stage);
  await checker.page.evaluate((error) => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', error));
  }, name);
  await checker.page.getByRole('button', { name: BUTTON }).click();
  await checker.page.getByText(says).waitFor();
});
