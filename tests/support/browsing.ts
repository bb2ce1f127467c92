import { Hono } from 'hono';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { openBrowser } from './chromium.js';
import { type Served, serveOnLoopback } from './serve.js';

/** A page that somebody opened, and everything that it asked for or complained about. */
export interface Opened {
  readonly page: Page;
  /** Every request of the page, also those that were refused. */
  readonly requested: string[];
  /** Errors, and what a content security policy refused. */
  readonly complaints: string[];
}

/** What a careful portfolio page allows: one issuer, and nothing inline. */
export const strictCsp = (issuer: string, more = ''): string =>
  `default-src 'none'; script-src ${issuer}; connect-src ${issuer}; img-src ${issuer} data:; style-src 'none'; base-uri 'none'; form-action 'none'${more}`;

/** A browser, and a web server of another origin than any issuer's for pages with badges on them. */
export class Browsing {
  readonly #browser: Browser;
  readonly #hosts: Served;
  readonly #contexts: BrowserContext[] = [];
  readonly #pages: Map<string, { html: string; csp: string }>;

  private constructor(browser: Browser, hosts: Served, pages: Map<string, { html: string; csp: string }>) {
    this.#browser = browser;
    this.#hosts = hosts;
    this.#pages = pages;
  }

  static async begin(): Promise<Browsing> {
    const pages = new Map<string, { html: string; csp: string }>();
    const app = new Hono();
    app.get('/:name', (c) => {
      const page = pages.get(c.req.param('name'));
      return page === undefined ? c.notFound() : c.html(page.html, 200, { 'Content-Security-Policy': page.csp });
    });
    const [browser, hosts] = await Promise.all([openBrowser(), serveOnLoopback(app)]);
    return new Browsing(browser, hosts, pages);
  }

  /** Puts a page onto the web server; answers its address. `root` are the attributes of its `html`. */
  hostPage(head: string, body: string, csp: string, root = 'lang="en"'): string {
    const name = String(this.#pages.size);
    this.#pages.set(name, {
      html: `<!doctype html><html ${root}><head><meta charset="utf-8"><title>Portfolio</title>${head}</head><body><main><h1>Portfolio</h1><h2>Badges</h2>${body}</main></body></html>`,
      csp,
    });
    return `http://127.0.0.1:${this.#hosts.port}/${name}`;
  }

  /** Opens an address in a fresh browser profile. */
  async open(url: string, options: BrowserContextOptions = {}): Promise<Opened> {
    const context = await this.#browser.newContext(options);
    this.#contexts.push(context);
    context.setDefaultTimeout(90_000);
    const requested: string[] = [];
    const complaints: string[] = [];
    // A blob is the page's own text: nothing is asked for it.
    context.on('request', (request) => request.url().startsWith('blob:') || requested.push(request.url()));
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) complaints.push(message.text());
    });
    await page.goto(url);
    return { page, requested, complaints };
  }

  /** Closes every page that was opened: each is a process of the browser, and many of them make it slow. */
  async closePages(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
  }

  async end(): Promise<void> {
    await Promise.all([this.#browser.close(), this.#hosts.close()]);
  }
}
