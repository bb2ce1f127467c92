import { type Bound, bind } from '../bind.js';
import { type AssessedEndorsing, endorseAssessed } from './endorse-assessed.js';
import { getAssessment, listAssessments } from './list-assessments.js';
import { requestAssessment } from './request-assessment.js';
import { sendBack } from './send-back.js';
import { type AssessorTelling, tellAssessors } from './tell-assessors.js';

/** The queue of badges that want a second pair of eyes. */
export interface AssessmentUseCases {
  readonly listAssessments: Bound<typeof listAssessments>;
  readonly getAssessment: Bound<typeof getAssessment>;
  readonly requestAssessment: Bound<typeof requestAssessment>;
  readonly endorseAssessed: Bound<typeof endorseAssessed>;
  readonly sendBack: Bound<typeof sendBack>;
  readonly tellAssessors: Bound<typeof tellAssessors>;
}

export function assessmentUseCases(deps: AssessedEndorsing & Pick<AssessorTelling, 'post' | 'baseUrl'>): AssessmentUseCases {
  return {
    listAssessments: bind(listAssessments, deps),
    getAssessment: bind(getAssessment, deps),
    requestAssessment: bind(requestAssessment, deps),
    endorseAssessed: bind(endorseAssessed, deps),
    sendBack: bind(sendBack, deps),
    tellAssessors: bind(tellAssessors, deps),
  };
}
