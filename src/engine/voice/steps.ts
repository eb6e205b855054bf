// The steps of a person's cases in which a rule wants the young person or their family to take part.
import { parseStream, streamOf } from '../../kernel/decider.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { idFrom } from '../../kernel/ids.js';
import type { Journal } from '../../store/journal.js';
import type { CaseTypes } from '../processing/case-types.js';
import type { Replayable } from '../processing/slice.js';
import type { Voice } from './domain/voice.js';

/** A fact of a case, in which they are to take part. */
export interface Step {
  readonly pathway: string;
  readonly caseStream: string;
  readonly eventId: string;
  /** Type of the event: `ReviewMeetingHeld`. */
  readonly step: string;
  readonly on: CivilDate;
  readonly rule: string;
  readonly personId: string | undefined;
  /** The fact was recorded in error: nobody takes part in it any more. */
  readonly takenBack: boolean;
}

/** One stream for each step and voice, so that neither is written over the other. */
export const voiceIdOf = (stepEventId: string, voice: Voice): string => idFrom(stepEventId, 'voice', voice);

/** Whether an event takes back, in words of its own kind of case that name no fact, what may be a step of a case of these kinds. */
export const takesBackByWordIn =
  (kinds: readonly Pick<Replayable, 'category' | 'involves' | 'folding'>[]) =>
  ({ type, stream }: { readonly type: string; readonly stream: string }): boolean => {
    const kind = kinds.find(({ category }) => category === parseStream(stream).category);
    return kind?.involves !== undefined && Object.hasOwn(kind.folding.corrects ?? {}, type);
  };

/** None of a stream of another kind; of what was taken back only where it is asked for, after what stands. */
export async function stepsIn(
  journal: Journal,
  types: CaseTypes,
  caseStream: string,
  also?: 'taken-back',
): Promise<readonly Step[]> {
  const { category, id } = parseStream(caseStream);
  const { involves, of, folding } = types.of(category) ?? {};
  if (!involves || !of || !folding) return [];
  const { history, state } = await journal.load(folding, id);
  const personId = (folding as { subjectOf?(state: unknown, id: string): string | undefined }).subjectOf?.(state, id);
  const stepOf = (takenBack: boolean) => (event: (typeof history.standing)[number]) => {
    const { id: eventId, type: step, occurredOn: on, data } = event;
    const wants = involves[step];
    const rule = typeof wants === 'function' ? wants(data as object) : wants;
    const caseOf = { pathway: of.pathway, caseStream: streamOf(category, id), personId };
    return rule === undefined ? [] : [{ ...caseOf, eventId, step, on, rule, takenBack }];
  };
  const standing = history.standing.flatMap(stepOf(false));
  if (also === undefined) return standing;
  const stands = new Set(standing.map(({ eventId }) => eventId));
  return [...standing, ...history.recorded.flatMap(stepOf(true)).filter(({ eventId }) => !stands.has(eventId))];
}
