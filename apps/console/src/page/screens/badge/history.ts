import type { ApiEvent, CredentialResource } from '@proofmark/schemas/api';

/** Something that happened to a badge. */
export interface Happened {
  readonly at: string;
  readonly what: ApiEvent['type'] | 'looked' | 'viewed';
  /** Of `viewed`: who was given the link. */
  readonly who?: string;
}

/** Looks at the work, which are kept apart from the events. Those that found a change are an event as well. */
export function looksOf({ work }: Pick<CredentialResource, 'work'>): readonly Happened[] {
  const times = new Set(work.flatMap(({ looks }) => looks.map(({ at }) => at)));
  return [...times].map((at) => ({ at, what: 'looked' as const }));
}

/** All that happened, the last first. */
export function inOrder(happened: readonly Happened[]): readonly Happened[] {
  return [...happened].sort((one, other) => (one.at < other.at ? 1 : -1));
}
