/** One thing that the doctor looked at. */
export interface Finding {
  /** Stable: programs tell findings apart by it. */
  readonly id: string;
  /** `problem`: others cannot check the badges, or see something wrong. `note`: it works, and could be better. `unknown`: there was no answer. */
  readonly state: 'ok' | 'problem' | 'note' | 'unknown';
  /** What was found, in a sentence. It may hold text of the issuer's: show it as plain text. */
  readonly text: string;
  /** What to do about it; absent where nothing is to be done. */
  readonly remedy?: string;
}

export const ok = (id: string, text: string): Finding => ({ id, state: 'ok', text });
export const problem = (id: string, text: string, remedy: string): Finding => ({ id, state: 'problem', text, remedy });
export const note = (id: string, text: string, remedy: string): Finding => ({ id, state: 'note', text, remedy });
export const unknown = (id: string, text: string, remedy: string): Finding => ({ id, state: 'unknown', text, remedy });

/** The exit code: 1 when there is a problem, else 2 when there was no answer, else 0. */
export function codeOfFindings(findings: readonly Finding[]): number {
  if (findings.some(({ state }) => state === 'problem')) return 1;
  return findings.some(({ state }) => state === 'unknown') ? 2 : 0;
}
