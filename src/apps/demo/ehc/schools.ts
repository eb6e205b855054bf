// The schools of Seaborough, made up: the list that an area loads from the national register.
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { loadSchools } from '../../../engine/schools/load-schools.js';
import type { ListSchool } from '../../../engine/schools/domain/school.js';
import { FixedClock } from '../../../kernel/clock.js';
import { addDays, type CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { Journal } from '../../../store/journal.js';
import type { Stores } from '../../ops/open-stores.js';
import { demoActor } from '../people/demo-actor.js';
import data from './schools.json' with { type: 'json' };

/** What `samples/settings.csv` and its links say. */
export const demoSchools = data as unknown as readonly ListSchool['details'][];

export async function listSchools({ store, keys, catalogue }: Stores, today: CivilDate): Promise<void> {
  const on = addDays(today, -3);
  const runner = new CommandRunner(new Journal(store, keys, catalogue, new FixedClock(`${on}T08:00:00.000Z`)));
  const commandId = idFrom('demo', 'schools');
  await loadSchools(runner, demoSchools, on, { actor: demoActor('ella.manager'), commandId, correlationId: commandId });
}
