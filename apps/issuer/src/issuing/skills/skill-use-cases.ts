import { type Bound, bind } from '../bind.js';
import type { ReadUpload } from '../issuance-jobs/reading/upload-reader.js';
import type { IdSource, Store } from '../ports.js';
import { deleteFramework } from './delete-framework.js';
import { getFramework } from './get-framework.js';
import { importFramework } from './import-framework.js';
import { listFrameworks } from './list-frameworks.js';
import { searchSkills } from './search-skills.js';

/** What is done about frameworks of skills. */
export interface SkillUseCases {
  readonly importFramework: Bound<typeof importFramework>;
  readonly listFrameworks: Bound<typeof listFrameworks>;
  readonly getFramework: Bound<typeof getFramework>;
  readonly deleteFramework: Bound<typeof deleteFramework>;
  readonly searchSkills: Bound<typeof searchSkills>;
}

export function skillUseCases(deps: IdSource & { readonly store: Store; readonly readUpload: ReadUpload }): SkillUseCases {
  return {
    importFramework: bind(importFramework, deps),
    listFrameworks: bind(listFrameworks, deps),
    getFramework: bind(getFramework, deps),
    deleteFramework: bind(deleteFramework, deps),
    searchSkills: bind(searchSkills, deps),
  };
}
