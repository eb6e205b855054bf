// The coming term of Seaborough: every school's list of reviews is expected, and none has been sent yet (EHC-11).
import { comingTerm, type Term } from '../../../cases/ehc-plan/domain/term-lists/terms.js';
import { termList } from '../../../cases/ehc-plan/domain/term-lists/term-list.js';
import { expectation } from '../../../cases/ehc-plan/term-lists/expectation.js';
import { termListId } from '../../../cases/ehc-plan/term-lists/list-as-of.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { Journal } from '../../../store/journal.js';
import { addDays, type CivilDate } from '../../../kernel/calendar/index.js';
import { isOnwardError } from '../../../kernel/errors.js';
import { FixedClock } from '../../../kernel/clock.js';
import { idFrom } from '../../../kernel/ids.js';
import type { Stores } from '../../ops/open-stores.js';
import { demoActor } from '../people/demo-actor.js';
import { seaborough } from './plan.js';
import data from './plan-kinds.json' with { type: 'json' };

export async function expectTermLists({ store, keys, catalogue }: Stores, today: CivilDate): Promise<void> {
  const term = termAfter(today);
  if (!term) return;
  const on = addDays(today, -3);
  const runner = new CommandRunner(new Journal(store, keys, catalogue, new FixedClock(`${on}T09:00:00.000Z`)));
  for (const institution of [...data.placements.map(({ urn }) => urn), undefined]) {
    const commandId = idFrom('demo', 'term-list', term.id, institution ?? '');
    const context = { actor: demoActor('asha.caseworker'), commandId, correlationId: commandId };
    const id = termListId(seaborough, term, institution);
    await runner.run(termList, id, expectation(seaborough, term, institution, on), context);
  }
}

/** The made-up calendar ends one day; the area can still be made after it. */
function termAfter(today: CivilDate): Term | undefined {
  try {
    return comingTerm(seaborough, today);
  } catch (error) {
    if (isOnwardError(error)) return undefined;
    throw error;
  }
}
