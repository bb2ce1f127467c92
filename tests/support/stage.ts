import { createGitSource } from '@proofmark/git-reader';
import { type NodeGitTransport, type NodePorts, nodeGitTransport, nodePorts } from '@proofmark/platform/node';
import { verifyPages } from '@proofmark/verify';
import { Hono } from 'hono';
import type { BrowserContextOptions, Page } from 'playwright';
import { embedFiles } from '../../apps/issuer/src/public/embed/index.js';
import { Browsing, type Opened, strictCsp } from './browsing.js';
import { LoopbackIssuer } from './loopback-issuer.js';

/** What a host page may have beside its body. */
export interface HostPage {
  readonly root?: string;
  readonly script?: string;
  readonly also?: string;
  readonly workers?: boolean;
}

/** An issuer with its embed script and verification page, host pages of another origin, and a browser. */
export class Stage {
  readonly issuer: LoopbackIssuer;
  readonly #browsing: Browsing;

  readonly #ports: NodePorts;

  readonly #transport: NodeGitTransport;

  private constructor(issuer: LoopbackIssuer, browsing: Browsing, ports: NodePorts, transport: NodeGitTransport) {
    this.issuer = issuer;
    this.#browsing = browsing;
    this.#ports = ports;
    this.#transport = transport;
  }

  static async set(): Promise<Stage> {
    const ports = nodePorts({ allowLoopback: true });
    const transport = nodeGitTransport({ allowLoopback: true });
    const relay = { documents: ports.documents, git: createGitSource(transport) };
    const files = new Hono().route('/', embedFiles()).route('/', verifyPages({ relay }));
    const [issuer, browsing] = await Promise.all([LoopbackIssuer.start(files), Browsing.begin()]);
    return new Stage(issuer, browsing, ports, transport);
  }

  /**
   * A page of another origin than the issuer's, with a strict policy, the element's script (or another tag) and the given body. `also` is an
   * origin that the policy lets be asked beside the issuer's; with `workers`, it lets the page start workers from blobs.
   */
  hostPage(body: string, { root, script, also, workers = false }: HostPage = {}): string {
    const { origin } = this.issuer;
    const tag = script ?? `<script type="module" src="${origin}/embed/proofmark-badge.js"></script>`;
    return this.#browsing.hostPage(
      tag,
      body,
      strictCsp(also === undefined ? origin : `${origin} ${also}`, workers ? '; worker-src blob:' : ''),
      root,
    );
  }

  /** Opens an address in a fresh browser profile. */
  open(url: string, options: BrowserContextOptions = {}): Promise<Opened> {
    return this.#browsing.open(url, options);
  }

  /** Closes every page that was opened. */
  closePages(): Promise<void> {
    return this.#browsing.closePages();
  }

  async strike(): Promise<void> {
    await Promise.all([this.#browsing.end(), this.issuer.close(), this.#ports.close(), this.#transport.close()]);
  }
}

/** Unfolds every card of a page, and waits until all that is inside is drawn. */
export async function unfold(page: Page): Promise<void> {
  const folds = page.locator('proofmark-badge .more');
  await folds.evaluateAll((all) => {
    for (const fold of all) (fold as HTMLDetailsElement).open = true;
  });
  await page.waitForFunction(
    () =>
      ![...document.querySelectorAll('proofmark-badge')].some(
        ({ shadowRoot }) => shadowRoot?.querySelector('.more') && !shadowRoot.querySelector('[part=checks]'),
      ),
  );
}

/** The tag as the issuer's snippet has it: a link with an image inside. */
export const snippet = (url: string, attributes = ''): string =>
  `<proofmark-badge src="${url}" ${attributes}><a href="${url}"><img alt="Badge: Web API design" src="${url}.svg" width="96" height="96"></a></proofmark-badge>`;
