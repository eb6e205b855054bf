// The steps of a person's cases in which a rule wants the young person or their family to take part.
import { streamOf } from '../../kernel/decider.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { idFrom } from '../../kernel/ids.js';
import type { Journal } from '../../store/journal.js';
import type { CaseTypes } from '../processing/case-types.js';
import { parseStream } from '../../kernel/decider.js';
import type { Voice } from './domain/voice.js';

/** A fact that stands of a case, in which they are to take part. */
export interface Step {
  readonly pathway: string;
  readonly caseStream: string;
  readonly eventId: string;
  /** Type of the event: `ReviewMeetingHeld`. */
  readonly step: string;
  readonly on: CivilDate;
  readonly rule: string;
  readonly personId: string | undefined;
}

/** One stream for each step and voice, so that neither is written over the other. */
export const voiceIdOf = (stepEventId: string, voice: Voice): string => idFrom(stepEventId, 'voice', voice);

/** None of a stream of another kind, and none that was taken back. */
export async function stepsIn(journal: Journal, types: CaseTypes, caseStream: string): Promise<readonly Step[]> {
  const { category, id } = parseStream(caseStream);
  const { involves, of, folding } = types.of(category) ?? {};
  if (!involves || !of || !folding) return [];
  const { history, state } = await journal.load(folding, id);
  const personId = (folding as { subjectOf?(state: unknown, id: string): string | undefined }).subjectOf?.(state, id);
  return history.standing.flatMap(({ id: eventId, type: step, occurredOn: on, data }) => {
    const wants = involves[step];
    const rule = typeof wants === 'function' ? wants(data as object) : wants;
    return rule === undefined
      ? []
      : [{ pathway: of.pathway, caseStream: streamOf(category, id), eventId, step, on, rule, personId }];
  });
}
