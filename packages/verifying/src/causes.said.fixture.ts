import type { CheckId, FailedCode, NotApplicableReason, UnknownCode, Verdict } from '@proofmark/schemas';

type Code = FailedCode | UnknownCode | NotApplicableReason;

/** The verdict, the checks that decided it, the code of the first of them, and the whole headline as it is read. */
export type Said = readonly [verdict: Verdict, because: string, code: Code, headline: string];

/** The check that tells it, its code, and what it says. */
export type Beside = readonly [check: CheckId, code: Code, sentence: string];

export const SAID_OF_FAULTS: Readonly<Record<string, Said>> = {
  'rearranged after signing': [
    'do-not-rely',
    'shape',
    'restructured',
    'Do not rely on this badge. The badge was rearranged after it was signed: “@included” stands where it must not. Rearranging can hide that a badge has expired or was withdrawn, while the signature still fits. Do not rely on this copy. Ask the person for the badge again, or look it up at the issuer.',
  ],
  'with a word of another vocabulary': [
    'unfinished',
    'shape',
    'unsupported-vocabulary',
    'The check could not be finished. The badge uses a word that we do not know: “mood”. We cannot tell whether the signature fits. It may be genuine. Ask the issuer for one that follows Open Badges 3.0.',
  ],
  'with a vocabulary that is not pinned': [
    'unfinished',
    'shape',
    'unsupported-vocabulary',
    'The check could not be finished. The badge uses a word that we do not know: “https://other.example/context”. We cannot tell whether the signature fits. It may be genuine. Ask the issuer for one that follows Open Badges 3.0.',
  ],
  'with two parts that bear one address and differ': [
    'unfinished',
    'shape',
    'ambiguous-id',
    'The check could not be finished. Two parts of the badge bear one address and differ (name). It may be genuine.',
  ],
  'without its achievement': [
    'unreadable',
    'schema',
    'schema-violation',
    'We cannot read this as a badge. The badge does not follow the standard: achievement expected at /credentialSubject. Its maker left something out or wrote it in the wrong place. The issuer has to correct it and issue it again.',
  ],
  'larger than any badge': [
    'unfinished',
    'shape',
    'limit-exceeded',
    'The check could not be finished. It is larger or deeper than what we check. Ask the person for the badge again, or look it up at the issuer.',
  ],
  'not signed': [
    'do-not-rely',
    'signature',
    'no-proof',
    'Do not rely on this badge. The badge is not signed. Anyone could have written it. Ask the issuer for a signed badge.',
  ],
  'altered after signing': [
    'do-not-rely',
    'signature',
    'signature-invalid',
    'Do not rely on this badge. The signature does not fit the text. The badge was changed after it was signed, or it was never signed by this key. Do not rely on anything that it says. Ask the person for the badge again, or look it up at the issuer.',
  ],
  'signed by a stranger': [
    'do-not-rely',
    'key-authorised',
    'key-not-authorised',
    'Do not rely on this badge. The issuer does not list this key as one that may sign badges. The key is someone else’s, serves another purpose, or the issuer has removed it. Ask the issuer whether it issued this badge.',
  ],
  'signed by somebody else, in their own name': [
    'do-not-rely',
    'issuer-binding',
    'issuer-mismatch',
    'Do not rely on this badge. The badge was signed with the key of someone other than the issuer it names: did:web:mallory.example. Someone has issued it in another’s name, or the issuer has set up its keys wrongly. Ask the issuer whether it issued this badge.',
  ],
  'signed by a key that is only its own word': [
    'unfinished',
    'issuer-binding',
    'issuer-not-proven',
    'The check could not be finished. Nothing shows that the key belongs to the issuer that the badge names. Anyone could have made the badge with a key of their own. Ask the issuer whether it issued this badge.',
  ],
  'signed for another purpose': [
    'do-not-rely',
    'key-authorised signature',
    'key-not-authorised',
    'Do not rely on this badge. The badge bears a signature that was made for something else than issuing badges (authentication). It may come from another text, such as a log-in. Ask the issuer whether it issued this badge.',
  ],
  'without an issuer': [
    'do-not-rely',
    'issuer-resolved issuer-binding claims',
    'issuer-missing',
    'Do not rely on this badge. The badge names no issuer. Nobody stands behind it. Ask the person who issued it, and ask there.',
  ],
  'signed with a key that the issuer lets sign nothing': [
    'do-not-rely',
    'key-authorised',
    'key-not-authorised',
    'Do not rely on this badge. The issuer does not list this key as one that may sign badges. The key is someone else’s, serves another purpose, or the issuer has removed it. Ask the issuer whether it issued this badge.',
  ],
  'signed with a key that had ended': [
    'do-not-rely',
    'key-authorised',
    'key-not-valid-then',
    'Do not rely on this badge. The key was no longer valid when the badge was signed: it ended on 1 June 2026. Someone else may have used it. Ask the issuer for a badge signed with its present key.',
  ],
  'signed with a key that was revoked, without a place in a status list': [
    'do-not-rely',
    'key-authorised',
    'key-revoked',
    'Do not rely on this badge. The issuer revoked the key that signed the badge on 15 January 2027. Its reason: “A laptop was stolen”. Whoever has such a key can sign a badge with any date. This badge has no place in a withdrawal list, so the issuer cannot know it by that. Ask the person for a badge signed with the issuer’s present key.',
  ],
  'signed with a key that was revoked': [
    'unfinished',
    'key-authorised',
    'key-revoked',
    'The check could not be finished. The issuer revoked the key that signed the badge on 15 January 2027. Its reason: “A laptop was stolen”. Whoever has such a key can sign a badge with any date. So the signature does not show who issued this one. It may be genuine. Ask the person for a badge signed with the issuer’s present key. Or ask the issuer whether it issued this one.',
  ],
  'signed in a way that is not known here': [
    'unfinished',
    'issuer-resolved issuer-binding key-authorised signature',
    'unsupported-suite',
    'The check could not be finished. The badge is signed in a way that we cannot check (bbs-2023). That is no sign of forgery. Ask the issuer where it can be checked.',
  ],
  'of an issuer whose server does not answer': [
    'unfinished',
    'issuer-resolved issuer-binding key-authorised',
    'issuer-unreachable',
    'The check could not be finished. The issuer’s server did not answer (badges.example). We need its public key to check the signature. Try again later. If it stays so, tell the issuer.',
  ],
  'of an issuer who was not asked, for want of a network': [
    'unfinished',
    'issuer-resolved issuer-binding key-authorised',
    'offline',
    'The check could not be finished. We did not use the network (badges.example). We need the issuer’s public key to check the signature. Check again with a connection.',
  ],
  'of an issuer whose server answers with something else': [
    'unfinished',
    'issuer-resolved issuer-binding key-authorised',
    'issuer-document-invalid',
    'The check could not be finished. The issuer’s server answered, but not with a key document that we can use (badges.example). Without the key the signature cannot be checked. Tell the issuer.',
  ],
  'of an issuer with an identifier that cannot be looked up': [
    'unfinished',
    'issuer-resolved issuer-binding key-authorised',
    'unsupported-did-method',
    'The check could not be finished. The issuer is identified in a way that we cannot look up (did:ion). Nobody is shown to have issued the badge, and nobody is shown not to have. Ask the issuer to confirm it.',
  ],
  'as a token that names no key': [
    'unfinished',
    'issuer-resolved issuer-binding key-authorised',
    'key-not-found',
    'The check could not be finished. The badge does not say which key signed it, or the key cannot be found. Without the key the signature cannot be checked. Ask the issuer to issue it again.',
  ],
  'as a token that contradicts itself': [
    'do-not-rely',
    'claims',
    'claim-mismatch',
    'Do not rely on this badge. The envelope of the badge contradicts its content: iss. Programs that read the one would see another badge than those that read the other. The issuer has to issue it again.',
  ],
  'as a token that lacks a claim': [
    'do-not-rely',
    'claims',
    'claim-missing',
    'Do not rely on this badge. The envelope of the badge lacks something that the standard requires: iss. It does not say for whom, by whom or from when it counts. The issuer has to issue it again.',
  ],
  'on a host that cannot check its signature': [
    'unfinished',
    'signature',
    'unsupported-by-host',
    'The check could not be finished. This browser or computer cannot check this kind of signature at the moment (eddsa-rdfc-2022). That says nothing about the badge. Load the page again. If that does not help, use a newer browser or the command line.',
  ],
  'from the future': [
    'no-longer-current',
    'valid-from',
    'not-yet-valid',
    'Not valid yet. The badge is not valid yet: it begins on 1 June 2027. Check it again then.',
  ],
  'that has ended': [
    'no-longer-current',
    'valid-until',
    'expired',
    'No longer current. The badge was valid until 1 January 2027. It may still show what was true until then. Ask the person whether it was renewed.',
  ],
  'that was withdrawn': [
    'do-not-rely',
    'revoked',
    'revoked',
    'Do not rely on this badge. The issuer has withdrawn this badge. It does not count any more. Ask the person or the issuer why.',
  ],
  'that was withdrawn for a reason': [
    'do-not-rely',
    'revoked',
    'revoked',
    'Do not rely on this badge. The issuer has withdrawn this badge, on 1 February 2027. Its reason: “Issued in error”. It does not count any more. Ask the person or the issuer why.',
  ],
  'that is suspended': [
    'no-longer-current',
    'suspended',
    'suspended',
    'No longer current. The issuer has suspended this badge. It does not count for now. Ask the issuer, or check again later.',
  ],
  'whose withdrawal list does not answer': [
    'unfinished',
    'status-list revoked',
    'status-unreachable',
    'The check could not be finished. The issuer’s withdrawal list could not be fetched (badges.example). We could not ask whether the badge was withdrawn. Try again later.',
  ],
  'whose withdrawal list was not asked, for want of a network': [
    'unfinished',
    'status-list revoked',
    'offline',
    'The check could not be finished. We did not use the network (badges.example). We could not ask whether the badge was withdrawn. Check again with a connection.',
  ],
  'whose withdrawal list is out of date': [
    'unfinished',
    'status-list revoked',
    'status-list-invalid',
    'The check could not be finished. The issuer’s withdrawal list is out of date: it counted until 1 December 2026. We could not ask whether the badge was withdrawn. Try again later. If it stays so, tell the issuer.',
  ],
  'whose withdrawal list somebody else signed': [
    'unfinished',
    'status-list revoked',
    'status-list-untrusted',
    'The check could not be finished. The withdrawal list is not signed by the issuer of the badge (badges.example). Someone else could have written it, so we do not rely on it. Tell the issuer.',
  ],
  'whose withdrawal list is of an unknown kind': [
    'unfinished',
    'status-list revoked',
    'unsupported-status-type',
    'The check could not be finished. The badge names a withdrawal list of a kind that we cannot read (VelocityRevocationListJan2021). We could not ask whether it was withdrawn. Ask the issuer.',
  ],
};
