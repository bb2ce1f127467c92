import { ACHIEVEMENT_WORDS, isWordIn, wordsIn } from './achievement-words.js';

/** The word lists of Open Badges 3.0 (appendix B) and CLR 2.0. */
export const VOCABULARIES: Readonly<Record<string, string>> = {
  ...ACHIEVEMENT_WORDS,
  identifierType: `name sourcedId systemId productId userName accountId emailAddress nationalIdentityNumber isbn issn lisSourcedId
    oneRosterSourcedId sisSourcedId ltiContextId ltiDeploymentId ltiToolId ltiPlatformId ltiUserId identifier`,
  associationType: 'exactMatchOf isChildOf isParentOf isPartOf isPeerOf isRelatedTo precedes replacedBy',
};

/** The words of a vocabulary; empty for an unknown name. */
export function wordsOf(vocabulary: string): readonly string[] {
  return wordsIn(VOCABULARIES, vocabulary);
}

/** Whether a word may stand in a vocabulary. */
export function isInVocabulary(vocabulary: string, word: string): boolean {
  return isWordIn(VOCABULARIES, vocabulary, word);
}
