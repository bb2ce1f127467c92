import { webPorts } from '@proofmark/platform/web';
import type { CheckedSignature } from '@proofmark/proofs';
import { type SecondOpinion, secondOpinion } from '@proofmark/proofs/second-opinion';
import { type DocumentSource, type VerifyInput, verify } from '@proofmark/verifying';

/** What another library says about one signature. */
export interface Opinion extends SecondOpinion {
  /** The id of what is signed: the badge, or a list or an endorsement that belongs to it; null where it has none. */
  readonly of: string | null;
}

/** Signatures of one badge that are asked about; each costs a library some milliseconds. */
const MOST = 10;

/** Checks a badge once more, and asks @digitalbazaar/vc and jose about each signature that this check met. Its verdict is not looked at. */
export async function askOpinions(input: VerifyInput, documents: DocumentSource): Promise<readonly Opinion[]> {
  const ports = webPorts({ documents });
  const signatures: CheckedSignature[] = [];
  const signatureChecked = (checked: CheckedSignature): void => {
    if (signatures.length < MOST) signatures.push(checked);
  };
  await verify(input, { ...ports, signatureChecked }, { at: Date.now() });
  const opinions: Opinion[] = [];
  for (const checked of signatures) opinions.push({ of: idOf(checked), ...(await secondOpinion(checked, ports.tokens)) });
  return opinions;
}

function idOf(checked: CheckedSignature): string | null {
  const id = checked.form === 'jwt' ? checked.id : checked.document.id;
  return typeof id === 'string' ? id : null;
}
