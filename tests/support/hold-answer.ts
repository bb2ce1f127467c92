import type { Page, Request } from 'playwright';

/** Requests that are kept back, as a slow network would. */
export interface Held {
  /** Waits until the page has sent one. */
  asked(): Promise<void>;
  /** Lets it go and all that follow, and waits until its answer has come and the page was drawn since. */
  letGo(): Promise<void>;
}

/** Keeps back the requests of a method whose address fits a pattern. */
export async function holdAnswer(page: Page, method: string, pattern: RegExp): Promise<Held> {
  const fits = (request: Request): boolean => request.method() === method && pattern.test(request.url());
  let resolve: () => void = () => undefined;
  const isLetGo = new Promise<void>((done) => {
    resolve = done;
  });
  const asked = page.waitForRequest(fits);
  const answered = page.waitForResponse((response) => fits(response.request()));
  // Where a test ends before, it has failed already.
  for (const waiting of [asked, answered]) waiting.catch(() => undefined);
  await page.route(pattern, async (route) => {
    if (fits(route.request())) await isLetGo;
    await route.fallback();
  });
  return {
    asked: async () => void (await asked),
    async letGo() {
      resolve();
      await (await answered).finished();
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    },
  };
}

/** The next request of a method whose address fits a pattern gets no answer. */
export async function loseAnswer(page: Page, method: string, pattern: RegExp): Promise<void> {
  let isLost = false;
  await page.route(pattern, (route) => {
    if (isLost || route.request().method() !== method) return route.fallback();
    isLost = true;
    return route.abort();
  });
}
