import type { FoundSkills, ImportSkillFramework, SearchSkillsQuery, SkillFramework } from '@proofmark/schemas/api';
import { walk } from './pages.js';
import type { Send } from './transport.js';
import type { SkillFile } from './uploads.js';

/** Skills that achievements align to. */
export interface SkillMethods {
  /** Imports a framework from its file: a CFPackage of CASE, a file of ESCO, or another table. */
  importFramework(file: SkillFile, options?: ImportSkillFramework): Promise<SkillFramework>;
  frameworks(filter?: { issuer?: string | undefined }): AsyncGenerator<SkillFramework, void, undefined>;
  framework(id: string): Promise<SkillFramework>;
  deleteFramework(id: string): Promise<void>;
  /** The skills that fit best. The `alignment` of each is what an achievement takes. */
  search(query: SearchSkillsQuery): Promise<FoundSkills>;
}

export function skillMethods(send: Send): SkillMethods {
  const at = (id: string): string => `/v1/skill-frameworks/${encodeURIComponent(id)}`;
  return {
    importFramework: (file, options = {}) => send({ method: 'POST', path: '/v1/skill-frameworks', query: { ...options }, raw: file }),
    frameworks: (filter = {}) => walk(send, '/v1/skill-frameworks', { ...filter }),
    framework: (id) => send({ method: 'GET', path: at(id) }),
    deleteFramework: (id) => send({ method: 'DELETE', path: at(id) }),
    search: (query) => send({ method: 'GET', path: '/v1/skills', query: { ...query } }),
  };
}
