import { rememberingDocuments } from '@proofmark/badge-element/view';
import { webPorts } from '@proofmark/hosts/web';
import type { Report } from '@proofmark/schemas';
import { type Ports, type VerifyInput, verify } from '@proofmark/verifying';

/** One badge under inspection. Later questions about it ask only for the documents that were missing before. */
export interface Inspection {
  /** @param recipient - the e-mail address to compare with; it is hashed here and goes nowhere. */
  ask(recipient: string): Promise<Report>;
}

/** Begins with one input; `ports` are those of this browser. */
export function inspect(input: VerifyInput, ports: Ports = webPorts()): Inspection {
  const documents = rememberingDocuments(ports.documents);
  return {
    ask: (recipient) => verify(input, { ...ports, documents }, { at: Date.now(), ...(recipient === '' ? {} : { recipient }) }),
  };
}
