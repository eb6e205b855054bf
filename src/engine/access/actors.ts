// Who is known here: people and systems with a role in an organisation, found by the token they present.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Actor } from '../../kernel/envelope.js';

/** Someone who may act, or who has left. The token itself is never kept. */
export interface KnownActor extends Actor {
  readonly name: string;
  /** SHA-256 of the token, in hex; none for whoever has left. */
  readonly tokenHash?: string;
  /** UTC instant. */
  readonly leftAt?: string;
}

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Of what may change while the service runs: asked each time anew. */
export interface ActorSource {
  now(): readonly KnownActor[];
}

export class ActorDirectory {
  private of: readonly KnownActor[] | undefined;
  private byHash = new Map<string, KnownActor>();

  /** `always`: the people of a demo store. */
  constructor(
    private readonly source: ActorSource,
    private readonly always: readonly KnownActor[] = [],
  ) {}

  /** Undefined when no one has this token. */
  identify(token: string): KnownActor | undefined {
    const hash = hashToken(token);
    const known = this.current().get(hash);
    const same = known?.tokenHash !== undefined && timingSafeEqual(Buffer.from(known.tokenHash), Buffer.from(hash));
    return same ? known : undefined;
  }

  /** Only who may act now. */
  byId(id: string): KnownActor | undefined {
    return this.all().find((known) => known.id === id);
  }

  /** Of those who have left, too; the id itself for somebody who was never known here. */
  nameOf(id: string): string {
    return [...this.source.now(), ...this.always].find((known) => known.id === id)?.name ?? id;
  }

  /** Everybody who may act now. */
  all(): KnownActor[] {
    return [...this.current().values()];
  }

  private current(): ReadonlyMap<string, KnownActor> {
    const listed = this.source.now();
    if (listed !== this.of) {
      this.byHash = new Map();
      for (const actor of [...listed, ...this.always])
        if (actor.tokenHash !== undefined) this.byHash.set(actor.tokenHash, actor);
      this.of = listed;
    }
    return this.byHash;
  }
}

/** Acts for Onward itself: loading files, filling the demo area. It still has a name, a role and an organisation. */
export const systemActor = (id: string): Actor => ({ id, role: 'system', organisation: 'onward' });
