/** One defence, how it is removed, and what has to notice. */
export interface Mutant {
  readonly id: string;
  /** As in `docs/threat-model.md`. */
  readonly threats: readonly string[];
  /** What stands there, in a sentence. */
  readonly defence: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  /** Test files, one of which has to fail. */
  readonly tests: readonly string[];
  /** CI runs it. */
  readonly short?: boolean;
}

export const MUTANTS: readonly Mutant[];
