// After a death nothing happens in the cases of a person but what ends them, and what puts right what was recorded (REC-11).
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { CaseKind } from '../../kernel/decider.js';
import { refuse } from '../../kernel/errors.js';
import type { Fact } from '../../kernel/events.js';
import type { Envelope } from '../../store/codec.js';
import { personIn } from './person-then.js';

type Kind<F extends Fact> = Pick<CaseKind<unknown, F>, 'noun' | 'afterDeath'>;

/** What is asked of a case: by which command, and what it would record. */
interface Asked<F extends Fact> {
  readonly command: string;
  /** Left out before anything is decided: then the day on which it would happen tells. */
  readonly facts?: readonly F[];
  readonly on?: CivilDate;
}

/** Pure; `diedOn` as it is known. Error: `refused-by-rule` for what would happen after it. */
export function refuseAfterDeath<F extends Fact>(
  { noun, afterDeath }: Kind<F>,
  { command, facts, on }: Asked<F>,
  diedOn: CivilDate | undefined,
): void {
  if (diedOn === undefined || !afterDeath) return;
  const may = afterDeath[command];
  const late = facts
    ? facts.some((fact) => fact.occurredOn > diedOn && !may?.(fact))
    : on !== undefined && on > diedOn && !may;
  if (!late) return;
  throw refuse('REC-11', 'The death of this young person is on record, before that day.', {
    help: `What happened before it is recorded of its own day, and the ${noun} can be ended. If the death is wrong, it is put right on the young person’s own record.`,
    fields: [{ field: 'on', problem: 'is after the death' }],
  });
}

/** The same of what is about to be recorded of somebody: their own record, where it has to be asked, says whether they died. */
export async function requireNotAfterDeath<F extends Fact>(
  kind: Kind<F>,
  { command, facts }: { readonly command: string; readonly facts: readonly F[] },
  ofPerson: (() => Promise<readonly Envelope[]>) | undefined,
): Promise<void> {
  if (!kind.afterDeath || facts.length === 0 || !ofPerson) return;
  refuseAfterDeath(kind, { command, facts }, personIn(await ofPerson()).diedOn);
}
