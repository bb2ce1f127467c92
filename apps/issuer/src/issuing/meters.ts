/** Hears how long the work of issuing takes, and how much of it there is; never about whom. */
export interface IssuingMeters {
  /** One commit of badges ended. */
  badgesCommitted(committed: { readonly badges: number; readonly seconds: number }): void;
  /** One transaction that changed a status list ended: its changes are in the list, which was signed once. */
  statusListSigned(signed: { readonly changes: number; readonly seconds: number }): void;
}
