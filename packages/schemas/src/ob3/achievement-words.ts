/** The word lists of an achievement and its results (Open Badges 3.0, appendix B). All but those in `CLOSED` also take `ext:` words. */
export const ACHIEVEMENT_WORDS: Readonly<Record<string, string>> = {
  achievementType: `Achievement ApprenticeshipCertificate Assessment Assignment AssociateDegree Award Badge BachelorDegree Certificate
    CertificateOfCompletion Certification CommunityService Competency Course CoCurricular Degree Diploma DoctoralDegree Fieldwork
    GeneralEducationDevelopment JourneymanCertificate LearningProgram License Membership ProfessionalDoctorate
    QualityAssuranceCredential MasterCertificate MasterDegree MicroCredential ResearchDoctorate SecondarySchoolDiploma`,
  alignmentTargetType: 'ceasn:Competency ceterms:Credential CFItem CFRubric CFRubricCriterion CFRubricCriterionLevel CTDL',
  resultType: `GradePointAverage LetterGrade Percent PerformanceLevel PredictedScore RawScore Result RubricCriterion
    RubricCriterionLevel RubricScore ScaledScore Status`,
  resultStatus: 'Completed Enrolled Failed InProgress OnHold Provisional Withdrew',
};

const CLOSED = ['resultStatus', 'associationType'];
const EXTENSION = /^ext:[A-Za-z0-9._|-]+$/;

/** The words of one of some vocabularies; empty for an unknown name. */
export function wordsIn(vocabularies: Readonly<Record<string, string>>, vocabulary: string): readonly string[] {
  return Object.hasOwn(vocabularies, vocabulary) ? (vocabularies[vocabulary] ?? '').split(/\s+/) : [];
}

/** Whether a word may stand: it is listed, or the list is extensible and the word has the form `ext:…`. */
export function isWordIn(vocabularies: Readonly<Record<string, string>>, vocabulary: string, word: string): boolean {
  return wordsIn(vocabularies, vocabulary).includes(word) || (!CLOSED.includes(vocabulary) && EXTENSION.test(word));
}
