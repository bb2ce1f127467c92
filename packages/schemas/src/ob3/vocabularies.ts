/** The closed word lists of Open Badges 3.0 (appendix B) and CLR 2.0. Those in `EXTENSIBLE` also take `ext:` words. */
export const VOCABULARIES: Readonly<Record<string, string>> = {
  achievementType: `Achievement ApprenticeshipCertificate Assessment Assignment AssociateDegree Award Badge BachelorDegree Certificate
    CertificateOfCompletion Certification CommunityService Competency Course CoCurricular Degree Diploma DoctoralDegree Fieldwork
    GeneralEducationDevelopment JourneymanCertificate LearningProgram License Membership ProfessionalDoctorate
    QualityAssuranceCredential MasterCertificate MasterDegree MicroCredential ResearchDoctorate SecondarySchoolDiploma`,
  alignmentTargetType: 'ceasn:Competency ceterms:Credential CFItem CFRubric CFRubricCriterion CFRubricCriterionLevel CTDL',
  resultType: `GradePointAverage LetterGrade Percent PerformanceLevel PredictedScore RawScore Result RubricCriterion
    RubricCriterionLevel RubricScore ScaledScore Status`,
  resultStatus: 'Completed Enrolled Failed InProgress OnHold Provisional Withdrew',
  identifierType: `name sourcedId systemId productId userName accountId emailAddress nationalIdentityNumber isbn issn lisSourcedId
    oneRosterSourcedId sisSourcedId ltiContextId ltiDeploymentId ltiToolId ltiPlatformId ltiUserId identifier`,
  associationType: 'exactMatchOf isChildOf isParentOf isPartOf isPeerOf isRelatedTo precedes replacedBy',
};

const CLOSED = ['resultStatus', 'associationType'];
const EXTENSION = /^ext:[A-Za-z0-9._|-]+$/;

/** The words of a vocabulary; empty for an unknown name. */
export function wordsOf(vocabulary: string): readonly string[] {
  return Object.hasOwn(VOCABULARIES, vocabulary) ? (VOCABULARIES[vocabulary] ?? '').split(/\s+/) : [];
}

/** Whether a word may stand: it is listed, or the list is extensible and the word has the form `ext:…`. */
export function isInVocabulary(vocabulary: string, word: string): boolean {
  return wordsOf(vocabulary).includes(word) || (!CLOSED.includes(vocabulary) && EXTENSION.test(word));
}
