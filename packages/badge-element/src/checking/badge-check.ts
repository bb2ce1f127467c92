import type { Report } from '@proofmark/schemas';
import type { LitElement, ReactiveController } from 'lit';
import { type BadgeErrorCode, badgeEvent } from '../events.js';
import type { CardContext } from '../view/context.js';
import type { ShowWork, WorkState } from './check-work.js';
import { type BadgeValue, handedOver } from './handed-over.js';
import { loadVerifier, sourceVerifier } from './source-verifier.js';
import type { SourceVerifier } from './verifier.js';
import { type VerifyMode, whenSeen } from './when-seen.js';

/** What a check needs to know of its element. */
export interface CheckedElement extends LitElement {
  readonly src: string;
  readonly badge: BadgeValue | null;
  readonly loading: 'lazy' | 'eager';
  readonly verify: VerifyMode;
  readonly worker: boolean;
}

const NOT_ASKED: WorkState = { busy: false, said: '', found: null };

/** Decides when the badge of an element is checked, runs the check, and keeps its result for the next rendering. */
export class BadgeCheck implements ReactiveController {
  /** The last report, or null while there is none. */
  report: Report | null = null;
  /** Why there is no badge to show; null when there is one, or none was asked for. */
  trouble: BadgeErrorCode | null = null;
  busy = false;
  work: WorkState = NOT_ASKED;
  readonly #host: CheckedElement;
  readonly #prepare: (report: Report) => Promise<void>;
  #verifier: SourceVerifier | null = null;
  #stopWaiting: (() => void) | null = null;
  /** The report that a program has supplied since the last rendering. */
  #supplied: Report | null = null;

  /** @param prepare - loads what the report needs to be shown; waited for before the report is. */
  constructor(host: CheckedElement, prepare: (report: Report) => Promise<void>) {
    this.#host = host;
    this.#prepare = prepare;
    host.addController(this);
  }

  hostConnected(): void {
    this.schedule();
  }

  hostUpdated(): void {
    this.#supplied = null;
  }

  hostDisconnected(): void {
    this.#stopWaiting?.();
  }

  /** Whether the badge has been fetched, so that its evidence can be looked at again. */
  get started(): boolean {
    return this.#verifier !== null;
  }

  /** Another badge: nothing of the last one stays, but for a report that a program supplies together with it. */
  restart(): void {
    this.take(this.#supplied);
    this.schedule();
  }

  /** Shows a report that a program supplies, without any request: nothing of a check stays. */
  take(report: Report | null): void {
    this.#stopWaiting?.();
    this.#supplied = report;
    this.#verifier = null;
    this.work = NOT_ASKED;
    this.busy = false;
    this.#show(report, null);
  }

  /** Waits for the moment that `verify` and `loading` name, where nothing is known and nothing is being found out. */
  schedule(): void {
    this.#stopWaiting?.();
    const { loading, verify, isConnected } = this.#host;
    if (this.report !== null || this.busy || !isConnected || verify === 'off') return;
    const start = (): void => void (verify === 'click' ? loadVerifier() : this.run());
    this.#stopWaiting =
      verify === 'auto' && loading === 'eager' ? soon(start) : whenSeen(this.#host, verify === 'auto' ? '200px' : '0px', start);
  }

  /** Runs the check now; a repeated call asks only for the documents that were missing before. Never throws. */
  async run(): Promise<Report | null> {
    this.#stopWaiting?.();
    const { src } = this.#host;
    const handed = handedOver(this.#host);
    if (handed === null) return this.#fail(src, 'no-source', null);
    const url = 'url' in handed.input ? handed.input.url : null;
    const loaded = (mediaType: string): void => void this.#host.dispatchEvent(badgeEvent('badge-load', { src, url, mediaType }));
    if (this.#verifier === null && url === null) loaded('');
    this.#verifier ??= sourceVerifier(handed.input, loaded, this.#host.worker);
    const mine = this.#verifier;
    this.busy = true;
    this.#show(this.report, null);
    try {
      // Once the reader has had the work looked at, each report tells of it.
      const report = await mine(this.work.after && 'recheck');
      await this.#prepare(report);
      if (this.#verifier !== mine) return null;
      this.work = this.work.after?.(report) ?? this.work;
      this.#show(report, null);
      this.#host.dispatchEvent(badgeEvent('badge-verdict', { src, verdict: report.verdict, report }));
      return report.badge === null ? this.#fail(src, 'not-loaded', report) : report;
    } catch {
      return this.#verifier === mine ? this.#fail(src, 'internal', null) : null;
    } finally {
      if (this.#verifier === mine) {
        this.busy = false;
        this.#host.requestUpdate();
      }
    }
  }

  /** Compares the evidence with what was judged, when the reader asks. The code for it is loaded then. */
  async lookAtWork(context: CardContext): Promise<void> {
    const mine = this.#verifier;
    const show: ShowWork = (work, report = this.report) => {
      if (this.#verifier !== mine) return false;
      this.work = work;
      this.#show(report, this.trouble);
      return true;
    };
    show({ ...this.work, busy: true });
    try {
      await (await import('./check-work.js')).checkWork(this.#host, mine, context, show);
    } catch {
      show({ ...NOT_ASKED, said: context.texts.internal });
    }
  }

  #show(report: Report | null, trouble: BadgeErrorCode | null): void {
    const before = this.report;
    this.report = report;
    this.trouble = trouble;
    this.#host.requestUpdate('report', before);
    this.#host.requestUpdate();
  }

  #fail(src: string, code: BadgeErrorCode, report: Report | null): Report | null {
    this.busy = false;
    this.#show(this.report, code);
    this.#host.dispatchEvent(badgeEvent('badge-error', { src, code, report }));
    return report;
  }
}

/** In a turn of its own, so that the program that makes the element can listen to it first. */
function soon(start: () => void): () => void {
  let waiting = true;
  queueMicrotask(() => {
    if (waiting) start();
  });
  return () => {
    waiting = false;
  };
}
