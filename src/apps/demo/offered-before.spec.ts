// Whatever is recorded in the made-up area could be done just before it: the dry run of a decision hides nothing that is accepted.
import { CommandRunner, type CommandsFor } from '../../engine/commands/command-runner.js';
import { isCaseUseCase, type CaseUseCase } from '../../engine/use-cases/case-use-case.js';
import { whyNot } from '../../engine/use-cases/dry-run.js';
import { waysOf } from '../../engine/use-cases/ways.js';
import { civilDate, type CivilDate } from '../../kernel/calendar/index.js';
import type { CaseType, Entries } from '../../kernel/decider.js';
import type { CommandContext } from '../../kernel/envelope.js';
import type { Fact } from '../../kernel/events.js';
import { MemorySubjectKeys } from '../../store/keys/memory-subject-keys.js';
import { MemoryEventStore } from '../../store/memory/memory-event-store.js';
import { catalogue, whole } from '../cases.js';
import { offersOf } from '../use-cases.js';
import { fillWith } from './fill-demo-area.js';
import { tellArea } from './tell-area.js';

type Found = { readonly state: unknown; readonly entries: Entries };
const nothing: Entries = { recorded: [], standing: [] };
type Told = { readonly type: string; readonly on: CivilDate };

let useCases: CaseUseCase[];
beforeAll(async () => {
  useCases = (await offersOf(whole)).flatMap((offers) => offers.useCases).filter(isCaseUseCase);
});
const asked = new Set<string>();
const hidden: string[] = [];

function ask(category: string, id: string, { type, on }: Told, found: Found, { actor }: CommandContext): void {
  const useCase = useCases.find((one) => one.category === category && one.asks === type);
  if (!useCase) return;
  asked.add(useCase.name);
  const now = { ...found, today: on, actor, beside: {}, may: () => true };
  const no = whyNot(useCase, waysOf(useCase, id, found), now);
  if (no) hidden.push(`${useCase.name} on ${on}: ${no.error.message}`);
}

/** Decides as ever, and asks before whether it could be done. */
class AskingRunner extends CommandRunner {
  override runAll<C, S, F extends Fact>(
    type: CaseType<C, S, F>,
    id: string,
    commands: CommandsFor<C, S, F>,
    context: CommandContext,
  ) {
    const decide: typeof type.decide = (command, state, entries) => {
      const facts = type.decide(command, state, entries);
      if (facts.length > 0)
        ask(type.category, id, command as unknown as Told, { state, entries: entries ?? nothing }, context);
      return facts;
    };
    return super.runAll({ ...type, decide }, id, commands, context);
  }
}

test('in the made-up area nothing was recorded that was not offered on the same day', async () => {
  const today = civilDate('2026-11-22');
  const stores = { store: new MemoryEventStore(), keys: new MemorySubjectKeys(), catalogue };
  await fillWith(tellArea(today), stores, today, AskingRunner);
  expect(hidden).toEqual([]);
  expect(asked.size).toBeGreaterThan(60);
});
