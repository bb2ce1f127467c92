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
  /** The question that the report answers. */
  readonly question: Question | null;
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
  #looking = false;
  #work: NonNullable<Policy['work']> = 'describe';
  /** Answers to an earlier question are dropped. */
  #round = 0;
  /** All checks that were ever begun. */
  #begun: Promise<unknown> = Promise.resolve();

  /** @param checks - runs the checks; each in a worker of its own, unless something else is given */
  constructor(
    candidates: readonly Candidate[],
    question: Question,
    relay: Relay,
    onChange: () => void,
    checks: CheckRunner = checkRunner(relay.digestsOf, startWorker),
  ) {
    this.#rows = candidates.map((candidate, key) => ({ key, candidate, state: 'waiting', report: null, question: null, fetched: null }));
    this.#question = question;
    this.relay = relay;
    this.#documents = sharedDocuments(relay.documents);
    this.#checks = checks;
    this.#onChange = onChange;
  }

  get rows(): readonly Row[] {
    return this.#rows;
  }

  get busy(): boolean {
    return this.#rows.some((row) => isOpen(row) && !(this.#looking && row.report !== null));
  }

  /** Whether the evidence is being rechecked; the verdicts are known by then. */
  get looking(): boolean {
    return this.#looking;
  }

  /** Whether badges were left out since the reader stopped. */
  get stopped(): boolean {
    return this.#rows.some(({ state }) => state === 'stopped');
  }

  /** Checks all that has not been checked yet. */
  async run(): Promise<void> {
    this.#documents.resume();
    this.#rows = this.#rows.map((row) => (row.state === 'stopped' ? { ...row, state: 'waiting' } : row));
    this.#onChange();
    const isWaiting = (key: number): boolean => this.#rows[key]?.state === 'waiting';
    await this.#check(this.#rows.map(({ key }) => key).filter(isWaiting), isWaiting);
    await this.settled();
  }

  /** Waits until all is answered, also what the reader asks meanwhile. */
  async settled(): Promise<void> {
    for (let seen: unknown; seen !== this.#begun; ) {
      seen = this.#begun;
      await seen;
    }
  }

  /** Begins with no further badge; those that are under way end here. An answer to an earlier question is none to the present one. */
  stop(): void {
    this.#looking = false;
    this.#round += 1;
    this.#documents.stop();
    this.relay.drop();
    this.#checks.stop();
    this.#rows = this.#rows.map((row) => {
      if (row.state === 'failed') return row;
      return row.question === this.#question ? { ...row, state: 'done' } : { ...row, state: 'stopped', report: null, question: null };
    });
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

  /** Another question about all badges that were not left out: what was asked for already is not asked for again. */
  async ask(question: Question): Promise<void> {
    // What was not had since the reader stopped is asked for.
    if (this.stopped) this.#documents.resume();
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

  async #check(keys: readonly number[], isWanted: (key: number) => boolean = () => true): Promise<void> {
    const round = this.#round;
    const all = mapLimited(AT_ONCE, keys, async (key) => {
      if (round === this.#round && isWanted(key)) await this.#checkOne(key, round);
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
    const question = this.#question;
    const policy = { ...question, work: this.#work, at: Date.now() };
    const report = await this.#checks.run(row.candidate.input, policy, documents, this.relay.git);
    if (round !== this.#round) return;
    for (const host of report === null ? [] : unansweredHosts(report)) this.relay.missed(host);
    this.#set(key, report === null ? { state: 'failed', report: null } : { state: 'done', report, question, fetched });
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
