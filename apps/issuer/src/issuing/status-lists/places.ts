import type { IssuerRecord } from '../../store/index.js';
import type { Store } from '../ports.js';
import { type StatusLists, type StatusPlace, takeStatusPlace } from './status-list.js';

/** Gives out places in status lists. */
export interface StatusPlaces {
  /**
   * Takes `count` places that no badge has had or will have, in transactions of its own: call it outside of the transaction that uses them.
   * A place that is not used stays empty for good.
   */
  take(issuer: IssuerRecord, count: number): Promise<readonly StatusPlace[]>;
}

/** Takes each place from the database. */
export function statusPlaces(deps: StatusLists & { readonly store: Pick<Store, 'transaction'> }): StatusPlaces {
  return {
    take: (issuer, count) =>
      deps.store.transaction(async (tx) => {
        const places: StatusPlace[] = [];
        while (places.length < count) places.push(await takeStatusPlace(deps, tx, issuer));
        return places;
      }),
  };
}
