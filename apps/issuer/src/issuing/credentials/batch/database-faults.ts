/** The SQLSTATE of an error of PostgreSQL (appendix A of its manual), or null for another error. */
function stateOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

/** Whether a statement failed because of what it was given: data that cannot be stored, or that breaks a constraint. */
export function isFaultOfRows(error: unknown): boolean {
  return ['22', '23', '54'].includes(stateOf(error)?.slice(0, 2) ?? '');
}

/** Whether a statement failed because of what another transaction did at the same time, so that it can be tried again. */
export function isInterference(error: unknown): boolean {
  return ['40001', '40P01'].includes(stateOf(error) ?? '') || isMetElsewhere(error);
}

/** Another transaction has just given a recipient the same external id, or erased the recipient: the next try finds what is there. */
function isMetElsewhere(error: unknown): boolean {
  const constraint = error instanceof Error && 'constraint' in error ? error.constraint : null;
  return constraint === 'recipient_external' || constraint === 'credential_recipient';
}
