import { type CheckRunner, checkRunner } from '@proofmark/badge-element/check-runner';
import { mapLimited } from '@proofmark/primitives';
import type { Report } from '@proofmark/schemas';
import type { DocumentSource, Policy } from '@proofmark/verifying';
import type { Candidate } from '../input/candidate.js';
import type { Relay } from './relayed-documents.js';
import { type SharedDocuments, sharedDocuments } from './shared-documents.js';
import { unansweredHosts } from './unanswered-hosts.js';
import { startWorker } from './worker/start-worker.js';

/** One candidate and what became of it. `failed`: this browser could not run the check. */
export interface Row {
  readonly key: number;
  readonly candidate: Candidate;
  readonly state: 'waiting' | 'checking' | 'done' | 'stopped' | 'failed';
  readonly report: Report | null;
  /** The badge as it came from its address, where one was asked; null otherwise. */
  readonly fetched: Uint8Array | null;
}

/** What the reader wants to know of every badge. */
export type Question = Omit<Policy, 'at' | 'work'>;

/** Badges that are checked at the same time: few, so as not to overload an issuer. */
const AT_ONCE = 4;

/** Of more than so many, changes are told ten times a second at most: each draws the whole table anew. */
const FEW = 10;

const isOpen = ({ state }: Row): boolean => state === 'waiting' || state === 'checking';

/** The badges of one input, checked a few at a time. Calls back on changes. */
export class Batch {
  readonly relay: Relay;
  readonly #documents: SharedDocuments;
  readonly #checks: CheckRunner;
  readonly #onChange: () => void;
  #rows: readonly Row[];
  #question: Question;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;
  #looking = false;
  #work: NonNullable<Policy['work']> = 'describe';
  /** Answers to an earlier question are dropped. */
  #round = 0;
  /** All checks that were ever begun. */
  #begun: Promise<unknown> = Promise.resolve();

  constructor(candidates: readonly Candidate[], question: Question, relay: Relay, onChange: () => void) {
    this.#rows = candidates.map((candidate, key) => ({ key, candidate, state: 'waiting', report: null, fetched: null }));
    this.#question = question;
    this.relay = relay;
    this.#documents = sharedDocuments(relay.documents);
    this.#checks = checkRunner(relay.digestsOf, startWorker);
    this.#onChange = onChange;
  }

  get rows(): readonly Row[] {
    return this.#rows;
  }

  get busy(): boolean {
    return !this.#looking && this.#rows.some(isOpen);
  }

  /** Whether the evidence is being rechecked; the verdicts are known by then. */
  get looking(): boolean {
    return this.#looking;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  /** Checks all that has not been checked yet. */
  async run(): Promise<void> {
    this.#stopped = false;
    this.#documents.resume();
    await this.#check(this.#rows.filter(({ state }) => state === 'waiting' || state === 'stopped').map(({ key }) => key));
    await this.settled();
  }

  /** Waits until all is answered, also what the reader asks meanwhile. */
  async settled(): Promise<void> {
    for (let seen: unknown; seen !== this.#begun; ) {
      seen = this.#begun;
      await seen;
    }
  }

  /** Begins with no further badge; those that are under way end here. */
  stop(): void {
    this.#stopped = true;
    this.#looking = false;
    this.#round += 1;
    this.#documents.stop();
    this.relay.drop();
    this.#checks.stop();
    this.#rows = this.#rows.map((row) => (isOpen(row) ? { ...row, state: row.report === null ? 'stopped' : 'done' } : row));
    this.#onChange();
  }

  /** Ends what is under way, since another input takes its place. */
  end(): void {
    this.#round += 1;
    this.relay.drop();
    this.#checks.stop();
  }

  /** Asks about one badge again; only documents that were missing are fetched. */
  async retry(key: number): Promise<void> {
    this.#documents.resume();
    await this.#check([key]);
  }

  /** Another question about all badges: what was asked for already is not asked for again. */
  async ask(question: Question): Promise<void> {
    this.#question = question;
    this.#looking = false;
    await this.#again();
  }

  /** Rechecks the evidence of each badge that is proved to be its issuer's: compares it with what was pinned. */
  async look(): Promise<void> {
    this.#work = 'recheck';
    this.#looking = true;
    this.#documents.resume();
    const round = await this.#again();
    if (round !== this.#round) return;
    this.#looking = false;
    this.#onChange();
  }

  /** From now on hosts that do not answer this browser are asked through the relay; what they did not answer is asked again. */
  async useRelay(): Promise<void> {
    this.relay.switchOn();
    this.#documents.resume();
    await this.#again();
    await this.settled();
  }

  async #again(): Promise<number> {
    this.#round += 1;
    const round = this.#round;
    await this.#check(this.#rows.filter(({ state }) => state !== 'stopped').map(({ key }) => key));
    return round;
  }

  async #check(keys: readonly number[]): Promise<void> {
    const round = this.#round;
    const all = mapLimited(AT_ONCE, keys, async (key) => {
      if (round === this.#round) await this.#checkOne(key, round);
    });
    this.#begun = Promise.all([this.#begun, all]);
    await all;
  }

  async #checkOne(key: number, round: number): Promise<void> {
    const row = this.#rows[key];
    if (row === undefined) return;
    this.#set(key, { state: 'checking' });
    let fetched: Uint8Array | null = null;
    const documents: DocumentSource = {
      fetch: async (request) => {
        const answer = await this.#documents.fetch(request);
        if (request.for === 'badge' && answer.ok) fetched = answer.body;
        return answer;
      },
    };
    const policy = { ...this.#question, work: this.#work, at: Date.now() };
    const report = await this.#checks.run(row.candidate.input, policy, documents, this.relay.git);
    if (round !== this.#round) return;
    for (const host of report === null ? [] : unansweredHosts(report)) this.relay.missed(host);
    this.#set(key, report === null ? { state: 'failed', report: null } : { state: 'done', report, fetched });
  }

  #set(key: number, change: Partial<Row>): void {
    this.#rows = this.#rows.map((row) => (row.key === key ? { ...row, ...change } : row));
    // The last answer is told at once.
    if (this.#rows.length <= FEW || !this.#rows.some(isOpen)) this.#onChange();
    else
      this.#soon ??= setTimeout(() => {
        this.#soon = undefined;
        this.#onChange();
      }, 100);
  }
}
