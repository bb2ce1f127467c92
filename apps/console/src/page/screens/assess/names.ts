import type { AssessTexts } from '@proofmark/messages/console/assess';
import type { Assessment, NamedPerson } from '@proofmark/schemas/api';

/** Who asked or decided; nobody where a program did. */
export function whoWords(words: AssessTexts, person: NamedPerson | null): string {
  return person === null ? words.program : (person.name ?? words.former);
}

/** Whom the badge is about. */
export function learnerWords(words: AssessTexts, { credential: { recipient } }: Pick<Assessment, 'credential'>): string {
  return recipient?.name ?? recipient?.externalId ?? words.someone;
}
