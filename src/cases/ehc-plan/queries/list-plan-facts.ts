// Every dated fact of a plan that can be put right, with the event that says so.
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { notFound } from '../../../kernel/errors.js';
import { readWholeState } from '../../../engine/processing/case-projection.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { entriesOf, fieldOf } from '../domain/entries.js';
import type { Plan } from '../domain/state.js';

export class PlanFact {
  @ApiProperty({ description: 'What a correction or a withdrawal names' }) eventId: string;
  @ApiProperty({ description: '`on` for the day of the event itself, else the field that it carries' }) field: string;
  @ApiProperty({ example: '2025-11-25' }) on: CivilDate;
}

export class PlanFacts {
  @ApiProperty({ type: [PlanFact] }) items: readonly PlanFact[];
}

/** As they stand now, corrected and without what was taken back; one event may stand at several places of the state. */
export function factsIn(plan: Plan): PlanFact[] {
  const found = new Map<string, PlanFact>();
  for (const entry of entriesOf(plan)) {
    const fact = { eventId: entry.eventId, field: fieldOf(entry), on: entry.on };
    found.set(`${fact.eventId} ${fact.field}`, fact);
  }
  return [...found.values()].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

export const listPlanFacts = question({
  name: 'ListPlanFacts',
  get: 'api/v1/ehc-plans/:id/facts',
  section: 'EHC plans',
  tells: 'The dated facts of a plan that can be corrected or withdrawn',
  rules: ['REC-24'],
  who: {
    roles: ['system', 'send-caseworker', 'manager', 'auditor'],
    because: 'Whoever holds the case puts right what is wrong, and must see what stands first (REC-24).',
  },
  answers: PlanFacts,
  uses: [ReadSide],
  answer: ({ at: { id: planId } }, readSide): Promise<PlanFacts> => {
    const plan = readWholeState<Plan>(readSide.db, 'ehc_plan', planId);
    if (!plan) throw notFound('EHC plan', planId);
    return Promise.resolve({ items: factsIn(plan) });
  },
  shows: (_, { at: { id: planId } }) => [planId],
});
