import { verifyPages } from '@proofmark/verify';
import { Hono } from 'hono';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { embedFiles } from '../../apps/issuer/src/routes/embed/index.js';
import { launchChromium } from './chromium.js';
import { LoopbackIssuer } from './loopback-issuer.js';
import { type Served, serveOnLoopback } from './serve.js';

/** A page that somebody opened, and everything that it asked for or complained about. */
export interface Opened {
  readonly page: Page;
  /** Every request of the page, also those that were refused. */
  readonly requested: string[];
  /** Errors, and what a content security policy refused. */
  readonly complaints: string[];
}

/** An issuer with its embed script and verification page, a host page of another origin, and a browser. */
export class Stage {
  readonly issuer: LoopbackIssuer;
  readonly #browser: Browser;
  readonly #hosts: Served;
  readonly #pages: Map<string, { html: string; csp: string }>;

  private constructor(issuer: LoopbackIssuer, browser: Browser, hosts: Served, pages: Map<string, { html: string; csp: string }>) {
    this.issuer = issuer;
    this.#browser = browser;
    this.#hosts = hosts;
    this.#pages = pages;
  }

  static async set(): Promise<Stage> {
    const pages = new Map<string, { html: string; csp: string }>();
    const host = new Hono();
    host.get('/:name', (c) => {
      const page = pages.get(c.req.param('name'));
      return page === undefined ? c.notFound() : c.html(page.html, 200, { 'Content-Security-Policy': page.csp });
    });
    const [issuer, browser, hosts] = await Promise.all([
      LoopbackIssuer.start(new Hono().route('/', embedFiles()).route('/', verifyPages())),
      launchChromium(),
      serveOnLoopback(host),
    ]);
    return new Stage(issuer, browser, hosts, pages);
  }

  /** The address of the element's script. */
  get script(): string {
    return `${this.issuer.origin}/embed/proofmark-badge.js`;
  }

  /** What a careful portfolio page allows: the issuer, and nothing inline. */
  get strictCsp(): string {
    const { origin } = this.issuer;
    return `default-src 'none'; script-src ${origin}; connect-src ${origin}; img-src ${origin} data:; style-src 'none'; base-uri 'none'; form-action 'none'`;
  }

  /** A page of another origin than the issuer's, with the element's script and the given body. */
  hostPage(body: string, csp: string = this.strictCsp): string {
    const name = String(this.#pages.size);
    this.#pages.set(name, {
      html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Portfolio</title><script type="module" src="${this.script}"></script></head><body><main><h1>Portfolio</h1><h2>Badges</h2>${body}</main></body></html>`,
      csp,
    });
    return `http://127.0.0.1:${this.#hosts.port}/${name}`;
  }

  /** Opens an address in a fresh browser profile. */
  async open(url: string, options: BrowserContextOptions = {}): Promise<Opened> {
    const context: BrowserContext = await this.#browser.newContext(options);
    const requested: string[] = [];
    const complaints: string[] = [];
    context.on('request', (request) => requested.push(request.url()));
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) complaints.push(message.text());
    });
    await page.goto(url);
    return { page, requested, complaints };
  }

  async strike(): Promise<void> {
    await Promise.all([this.#browser.close(), this.#hosts.close(), this.issuer.close()]);
  }
}

/** The tag as the issuer's snippet has it: a link with an image inside. */
export const snippet = (url: string, attributes = ''): string =>
  `<proofmark-badge src="${url}" ${attributes}><a href="${url}"><img alt="Badge: Web API design" src="${url}.svg" width="96" height="96"></a></proofmark-badge>`;
