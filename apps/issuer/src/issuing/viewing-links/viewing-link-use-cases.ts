import { type Bound, bind } from '../bind.js';
import type { IdSource, Store } from '../ports.js';
import { createViewingLink } from './create-viewing-link.js';
import { listViewingLinks } from './list-viewing-links.js';
import { openViewingLink, readViewingLink } from './open-viewing-link.js';
import { revokeViewingLink } from './revoke-viewing-link.js';

/** Who may look at private work, and looks. */
export interface ViewingLinkUseCases {
  readonly createViewingLink: Bound<typeof createViewingLink>;
  readonly listViewingLinks: Bound<typeof listViewingLinks>;
  readonly revokeViewingLink: Bound<typeof revokeViewingLink>;
  readonly readViewingLink: Bound<typeof readViewingLink>;
  readonly openViewingLink: Bound<typeof openViewingLink>;
}

export function viewingLinkUseCases(deps: IdSource & { readonly store: Store }): ViewingLinkUseCases {
  const { store, clock } = deps;
  return {
    createViewingLink: bind(createViewingLink, deps),
    listViewingLinks: bind(listViewingLinks, { store }),
    revokeViewingLink: bind(revokeViewingLink, deps),
    readViewingLink: bind(readViewingLink, { store, clock }),
    openViewingLink: bind(openViewingLink, { store, clock }),
  };
}
