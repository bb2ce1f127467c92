import type { CheckedSignature, TokenPort } from '@proofmark/proofs';
import type { SecondOpinion } from '@proofmark/proofs/second-opinion';
import type { Ports } from '@proofmark/verifying';

/** What another library says about one signature of an input. */
export interface Opinion extends SecondOpinion {
  /** The id of what is signed: the badge, its status list, an endorsement; null where it has none. */
  readonly of: string | null;
  readonly suite: string;
}

/** Collects the signatures of one input while it is verified, and asks the libraries about them afterwards. */
export interface Opinions {
  readonly listener: Required<Pick<Ports, 'signatureChecked'>>;
  ask(tokens: Pick<TokenPort, 'verifyCompact'>): Promise<readonly Opinion[]>;
}

/** Signatures of one input that are asked about; each costs the library some milliseconds. */
const MAX_SIGNATURES = 50;

/** Collects the opinions. The libraries are loaded with the first question. */
export function opinionsOn(): Opinions {
  const signatures: CheckedSignature[] = [];
  return {
    listener: {
      signatureChecked: (checked) => {
        if (signatures.length < MAX_SIGNATURES) signatures.push(checked);
      },
    },
    ask: async (tokens) => {
      const { secondOpinion } = await import('@proofmark/proofs/second-opinion');
      const opinions: Opinion[] = [];
      for (const checked of signatures) opinions.push({ ...subjectOf(checked), ...(await secondOpinion(checked, tokens)) });
      return opinions;
    },
  };
}

function subjectOf(checked: CheckedSignature): Pick<Opinion, 'of' | 'suite'> {
  if (checked.form === 'jwt') return { of: checked.id, suite: checked.alg };
  const { id } = checked.document;
  return { of: typeof id === 'string' ? id : null, suite: checked.proof.suite };
}
