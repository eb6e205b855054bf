// Figures that stay are reckoned from lists that show everything that was recorded, all of it up to one position.
import type { EventStore, Position } from '../../../store/port.js';
import { OnwardError } from '../../../kernel/errors.js';
import { checkpoints } from '../../../engine/processing/checkpoints.js';
import type { ReadSide } from '../../../engine/processing/read-side.js';
import { casesSetAside } from '../../../engine/processing/set-aside.js';
import type { Statements } from '../../../engine/processing/statements.js';

/** How often they are reckoned anew because something was recorded meanwhile. */
const attempts = 3;

const notWhole = (detail: string, help: string): OnwardError => new OnwardError('not-caught-up', { detail, help });

/** Error: `not-caught-up` while the lists lag behind, one is paused, a case is set aside, or more is recorded all the time. */
export async function fromWholeLists<T>(
  store: Pick<EventStore, 'head'>,
  readSide: Pick<ReadSide, 'db' | 'until'>,
  reckon: () => Promise<T>,
): Promise<{ readonly found: T; readonly position: Position | undefined }> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    await readSide.until(await store.head());
    const before = wholePlaces(readSide.db);
    const found = await reckon();
    const after = wholePlaces(readSide.db);
    if (before.join() === after.join()) return { found, position: before.sort()[0] };
  }
  throw notWhole(
    'Nothing is published: more was recorded while the figures were reckoned, so that they could be of different moments.',
    'Publish them once less is being recorded, and not while records are loaded.',
  );
}

/** Where each list stands. */
function wholePlaces(db: Statements): Position[] {
  const places = checkpoints(db);
  const paused = places.filter(({ pausedAt }) => pausedAt !== null).map(({ projection }) => projection);
  if (paused.length > 0)
    throw notWhole(
      `Nothing is published: these lists are paused, and what was recorded since is missing from the figures: ${paused.join(', ')}.`,
      `Whoever runs the service lets them go on (npx onward projections resume ${paused[0]}). Publish after that.`,
    );
  const cases = new Set(casesSetAside(db).map(({ stream }) => stream)).size;
  if (cases > 0)
    throw notWhole(
      `Nothing is published: ${cases === 1 ? '1 case stands still and is' : `${cases} cases stand still and are`} not counted as recorded.`,
      'Put right what is named under “Cases that stand still”. Publish after that.',
    );
  return places.map(({ position }) => position);
}
