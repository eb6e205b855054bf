// The people of the demo area who do the deeds; they are those who can sign in to it.
import demo from '../../../engine/access/demo-actors.json' with { type: 'json' };
import type { Actor } from '../../../kernel/envelope.js';

export type ActorId = 'asha.caseworker' | 'ben.clinician' | 'cora.adult' | 'dev.nurse' | 'ella.manager';

export function demoActor(wanted: ActorId): Actor {
  const found = demo.actors.find(({ id }) => id === wanted);
  if (!found) throw new Error(`There is no demo actor ${wanted}`);
  const { id, role, organisation } = found;
  return { id, role, organisation };
}
