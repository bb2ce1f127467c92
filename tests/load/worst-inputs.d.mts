/** Answers of one kind: how many, with which statuses, and how long they took, in milliseconds. */
export interface Summary {
  readonly count: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly median: number;
  readonly p99: number;
  readonly worst: number;
}

export function attack(base: string, badge: string): Promise<{ attack: Summary; health: Summary; verifications: Summary }>;
