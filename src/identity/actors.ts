// Who is known here: people and systems with a role in an organisation, found by the token they present.
import { createHash, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Actor } from '../kernel/envelope.js';
import { OnwardError } from '../kernel/errors.js';

/** Someone who may act. The token itself is never kept. */
export interface KnownActor extends Actor {
  readonly name: string;
  /** SHA-256 of the token, in hex. */
  readonly tokenHash: string;
}

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export class ActorDirectory {
  private readonly byHash = new Map<string, KnownActor>();

  constructor(known: Iterable<KnownActor>) {
    for (const actor of known) this.byHash.set(actor.tokenHash, actor);
  }

  /** Error: `not-signed-in` when no one has this token. */
  identify(token: string | undefined): Actor {
    const hash = token === undefined ? '' : hashToken(token);
    const known = this.byHash.get(hash);
    if (!known || !timingSafeEqual(Buffer.from(known.tokenHash), Buffer.from(hash))) {
      throw new OnwardError('not-signed-in', {
        detail: token === undefined ? 'No one is signed in.' : 'No one is known by this token.',
        help: 'Send `Authorization: Bearer <token>`. Make a token with `npx onward actors add`.',
      });
    }
    return { id: known.id, role: known.role, organisation: known.organisation };
  }

  byId(id: string): KnownActor | undefined {
    return this.all().find((known) => known.id === id);
  }

  /** The id itself for somebody who is not known here (any more). */
  nameOf(id: string): string {
    return this.byId(id)?.name ?? id;
  }

  all(): KnownActor[] {
    return [...this.byHash.values()];
  }
}

export const readActors = (file: string): KnownActor[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { readonly actors: KnownActor[] }).actors : [];

export function addActor(file: string, actor: KnownActor): void {
  const actors = [...readActors(file).filter((known) => known.id !== actor.id), actor];
  writeFileSync(file, JSON.stringify({ actors }, null, 2), { mode: 0o600 });
}

/** Acts for Onward itself: loading files, filling the demo area. It still has a name, a role and an organisation. */
export const systemActor = (id: string): Actor => ({ id, role: 'system', organisation: 'onward' });
