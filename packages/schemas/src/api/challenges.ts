import { z } from 'zod';
import { id, webUrl } from './fields.js';
import { type Recipient, recipientSchema } from './recipient.js';

export interface CreateChallenge {
  /** Only an admin key has to name the issuer. */
  readonly issuerId?: string | undefined;
  readonly recipient: Recipient;
  /** The work: then the answer also says which text to put where. */
  readonly url?: string | undefined;
}

/** Texts by which a recipient shows that work is theirs. Nothing is stored: the same question gets the same answer. */
export interface EvidenceChallenge {
  /** To be signed with the key that signs the recipient's commits. */
  readonly signature: {
    readonly text: string;
    /** The namespace that the signature has to be made for. */
    readonly namespace: string;
    readonly command: string;
  };
  /** Places that could tie the work to the recipient; one of them is enough. Empty when no work was named. */
  readonly places: readonly {
    readonly is: 'repository' | 'site';
    readonly place: string;
    /** To stand on a line of its own in one of `files`. It counts for this place alone, so a copy of the repository is not tied by it. */
    readonly text: string;
    readonly files: readonly string[];
  }[];
}

export const createChallengeSchema: z.ZodType<CreateChallenge> = z
  .strictObject({
    issuerId: id().optional().meta({ description: 'Only an admin key has to name the issuer.' }),
    recipient: recipientSchema,
    url: webUrl().optional(),
  })
  .meta({ id: 'CreateChallenge', example: { recipient: { email: 'ada@example.org' }, url: 'https://github.com/ada/todo' } });

export const evidenceChallengeSchema: z.ZodType<EvidenceChallenge> = z
  .object({
    signature: z.object({ text: z.string(), namespace: z.string(), command: z.string() }),
    places: z.array(z.object({ is: z.enum(['repository', 'site']), place: z.string(), text: z.string(), files: z.array(z.string()) })),
  })
  .meta({ id: 'EvidenceChallenge' });
