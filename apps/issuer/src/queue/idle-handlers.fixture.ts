import type { JobHandlers, JobName } from '../issuing/jobs.js';
import { CONCURRENCY } from './concurrency.js';

const NAMES = Object.keys(CONCURRENCY) as readonly JobName[];
const nothing = async (): Promise<void> => undefined;

/** Handlers of all jobs that do nothing: a test replaces those that it is about. */
export const IDLE: JobHandlers = Object.fromEntries(NAMES.map((name) => [name, nothing])) as Readonly<Record<JobName, () => Promise<void>>>;

/** One job of each name at a time. */
export const ONE_EACH = Object.fromEntries(NAMES.map((name) => [name, 1])) as Readonly<Record<JobName, number>>;
