import type { Role } from './skills/role-skills.js';

/** What a part of the page may change. */
export interface PageState {
  readonly text: string;
  readonly told: string;
  readonly wanted: Role;
  readonly dragged: boolean;
  readonly reading: { readonly done: number; readonly total: number } | null;
}
