// The people of the demo area. Their tokens are public, so they exist only in a demo store.
import type { KnownActor } from './actors.js';
import { hashToken } from './actors.js';
import demo from './demo-actors.json' with { type: 'json' };

/** Each with a token `demo-<id>`; none of them exists. */
export const demoActors = (): KnownActor[] =>
  demo.actors.map((actor) => ({ ...actor, tokenHash: hashToken(`demo-${actor.id}`) }));
