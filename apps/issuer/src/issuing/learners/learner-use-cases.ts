import { type Bound, bind } from '../bind.js';
import type { Erasing } from '../credentials/erase-credential.js';
import { forgetRows } from '../issuance-jobs/keeping/forget-rows.js';
import { askForData } from './ask-for-data.js';
import { type CorrectionDeciding, decideCorrection } from './decide-correction.js';
import { eraseOwnData } from './erase-own-data.js';
import type { LearnerAsking } from './learner-asking.js';
import { listCorrections } from './list-corrections.js';
import { exportOwnData, readOwnData } from './own-data.js';
import { proposeCorrection } from './propose-correction.js';
import { proveAddress, readAddressProof } from './prove-correction.js';

export interface LearnerFoundation extends LearnerAsking, Erasing, Pick<CorrectionDeciding, 'correct'> {}

/** What learners do about their data by themselves, and what their issuer decides of it. */
export interface LearnerUseCases {
  readonly askForData: Bound<typeof askForData>;
  readonly readOwnData: Bound<typeof readOwnData>;
  readonly exportOwnData: Bound<typeof exportOwnData>;
  readonly eraseOwnData: Bound<typeof eraseOwnData>;
  readonly proposeCorrection: Bound<typeof proposeCorrection>;
  readonly readAddressProof: Bound<typeof readAddressProof>;
  readonly proveAddress: Bound<typeof proveAddress>;
  readonly listCorrections: Bound<typeof listCorrections>;
  readonly decideCorrection: Bound<typeof decideCorrection>;
}

export function learnerUseCases(deps: LearnerFoundation): LearnerUseCases {
  return {
    askForData: bind(askForData, deps),
    readOwnData: bind(readOwnData, deps),
    exportOwnData: bind(exportOwnData, deps),
    eraseOwnData: bind(eraseOwnData, { ...deps, forgetRows: bind(forgetRows, deps) }),
    proposeCorrection: bind(proposeCorrection, deps),
    readAddressProof: bind(readAddressProof, deps),
    proveAddress: bind(proveAddress, deps),
    listCorrections: bind(listCorrections, deps),
    decideCorrection: bind(decideCorrection, deps),
  };
}
