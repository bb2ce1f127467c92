/** Who asks from which browser. */
export interface Caller {
  readonly requestId?: string | undefined;
  readonly userAgent?: string | undefined;
  /** The language that their browser asks for: BCP 47. */
  readonly language?: string | undefined;
}

/** A session that has just begun. */
export interface BegunSession {
  readonly personId: string;
  readonly sessionId: string;
  /** What the browser keeps; it is nowhere else. */
  readonly secret: string;
  /** As `Set-Cookie` has it. */
  readonly cookie: string;
}

/** A session that a browser shows. */
export interface ShownSession {
  readonly personId: string;
  readonly sessionId: string;
  /** When something was last asked in it, to some minutes. */
  readonly seenAt: Date;
  /** The organisation for which alone it is; null for all of the person's. */
  readonly organisationId: string | null;
}

/** Sessions: a library makes them, and recognises them. How somebody shows who they are, and what they may do, it does not know. */
export interface Identity {
  /** Begins a session of somebody who has shown who they are. */
  beginSession(personId: string, caller: Caller): Promise<BegunSession>;
  /** The session whose cookies a browser sends; null for none that counts. */
  findSession(cookies: string): Promise<ShownSession | null>;
}

/** A link can be used for so many minutes. */
export const LINK_MINUTES = 20;

/** A session ends after so many days, whatever is done in it. */
export const SESSION_DAYS = 30;
