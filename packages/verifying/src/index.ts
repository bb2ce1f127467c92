export type { DocumentSource, Fetched, FetchFailure, FetchRequest, Policy, Ports } from './ports.js';
