// Who said it, when we learnt it and what caused it: the metadata that goes with every event (REC-24).

/** A person or named system who acts. There is no anonymous action. */
export interface Actor {
  readonly id: string;
  readonly role: string;
  readonly organisation: string;
}

/** Where a loaded fact came from. `file` is a SHA-256, never a name. */
export interface Source {
  readonly kind: 'sen2' | 'camhs' | 'waiting' | 'readiness' | 'demo';
  readonly load: string;
  readonly file: string;
  readonly line: number;
}

export interface EventMetadata {
  readonly subjectIds: readonly string[];
  readonly occurredOn: string;
  /** UTC instant. */
  readonly recordedAt: string;
  readonly actor: Actor;
  /** Id of the person or body on whose behalf the actor acted. */
  readonly onBehalfOf?: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly commandId: string;
  /** Keyed digest of what the command said, so that a command id used again for something else is noticed. */
  readonly commandDigest?: string;
  readonly source?: Source;
}

/** What a command carries beside its own words. */
export interface CommandContext {
  readonly actor: Actor;
  readonly onBehalfOf?: string;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly commandDigest?: string;
  readonly source?: Source;
  /** Revision of the case that the person had before them (If-Match); absent = decide on whatever is there now. */
  readonly expectedRevision?: number;
  /** Decided as it would be, and recorded nowhere: the runner stops before it appends. */
  readonly rehearsal?: true;
}
