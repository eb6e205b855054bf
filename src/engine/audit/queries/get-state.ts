// A case as it was: at a revision, as of a date, as known on a date; with the deadlines and the rule packs of that view.
import { question } from '../../use-cases/question.js';
import { ApiProperty } from '../../api/api-property.js';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Min } from 'class-validator';
import { IsCivilDate } from '../../api/field-checks.js';
import { choicesThen } from '../../settings/choices-then.js';
import { CaseTypes } from '../../processing/case-types.js';
import { Journal } from '../../../store/journal.js';
import { Policies } from '../../access/policy.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { View } from '../../../kernel/corrections.js';
import { parseStream } from '../../../kernel/decider.js';
import { notFound } from '../../../kernel/errors.js';
import { personThen } from '../../person/person-then.js';
import { replay } from '../../processing/replay.js';
import { underChoices } from '../../../rules/chosen-settings.js';
import { metAsOf, statusOn } from '../../../rules/deadline.js';
import { deadlinesOn } from '../../deadlines/deadlines-on.js';
import { CaseState } from './case-state.js';

class ViewQuery implements View {
  @ApiProperty({ required: false, description: 'State after this revision (0 is the first event)' })
  @IsOptional()
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(0)
  revision?: number;

  @ApiProperty({ required: false, description: 'What had happened by the end of this day' })
  @IsOptional()
  @IsCivilDate()
  asOf?: CivilDate;
  @ApiProperty({ required: false, description: 'What had been recorded by the end of this day' })
  @IsOptional()
  @IsCivilDate()
  knownOn?: CivilDate;
}

export const getState = question({
  name: 'GetState',
  get: 'api/v1/cases/:stream/state',
  section: 'History',
  tells: 'State of a case at a revision, as of a date, as known on a date',
  rules: ['REC-24'],
  who: {
    roles: ['auditor', 'manager', 'send-caseworker', 'camhs-clinician'],
    because: 'Auditors replay any case; those who hold the case see its history (SHARE matrix).',
    byPathway: true,
  },
  input: ViewQuery,
  answers: CaseState,
  uses: [Journal, Policies, CaseTypes],
  answer: async ({ at: { stream }, query: view, asked }, journal, policies, caseTypes): Promise<CaseState> => {
    const { category, id } = parseStream(stream);
    const type = caseTypes.of(category);
    if (!type) throw notFound('kind of case', category);
    if (type.pathway !== undefined) policies.pathways('GetState', asked.actor, type.pathway);
    const { state, events, leftOut, last } = await replay(journal, type, id, view);
    const person = await personThen(journal, events[0]?.metadata.subjectIds[0] ?? '', view);
    const choices = await choicesThen(journal, view);
    const subjects = events.length === 0 ? [] : underChoices(type.subjects(id, state, person), choices);
    const on = view.asOf ?? asked.asOf;
    return {
      stream,
      case: type.noun,
      view: { revision: view.revision ?? null, asOf: view.asOf ?? null, knownOn: view.knownOn ?? null },
      revision: last?.event.revision ?? null,
      events: events.length,
      eventsLeftOut: leftOut,
      lastEvent: last
        ? {
            type: last.event.type,
            occurredOn: last.on,
            recordedAt: last.event.recordedAt,
            actor: last.event.metadata.actor,
          }
        : null,
      rulePacks: [...new Set(subjects.map(({ pack, packVersion }) => `${pack} version ${packVersion}`))],
      state,
      person: { diedOn: person.diedOn ?? null, movedOn: person.movedOn ?? null },
      deadlines: subjects.flatMap((subject) =>
        deadlinesOn(subject, on, person).map((deadline) => ({
          subject: subject.label,
          subjectId: subject.id,
          key: deadline.key,
          kind: deadline.kind,
          rule: deadline.rule,
          title: deadline.title,
          force: deadline.force,
          opensOn: deadline.opensOn ?? null,
          dueOn: deadline.dueOn,
          metOn: metAsOf(deadline, on)?.on ?? null,
          status: statusOn(deadline, on),
        })),
      ),
    };
  },
  shows: (_, { at: { stream } }) => [parseStream(stream).id],
});
