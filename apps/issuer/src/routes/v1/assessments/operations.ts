import type { Operation } from '../http/operation.js';
import { getAssessmentOperation } from './get.js';
import { listAssessmentsOperation } from './list.js';
import { postAssessmentEndorse } from './post-endorse.js';
import { postAssessment } from './post-request.js';
import { postAssessmentSendBack } from './post-send-back.js';

/** The queue of the assessors. */
export const ASSESSMENT_OPERATIONS: readonly Operation[] = [
  postAssessment,
  listAssessmentsOperation,
  getAssessmentOperation,
  postAssessmentEndorse,
  postAssessmentSendBack,
];
