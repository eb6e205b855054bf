// One programme with both voices side by side, as of a date: from its events, because what was said is in no list.
import { personThen } from '../../../engine/person/person-then.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { question } from '../../../engine/use-cases/question.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { Clock } from '../../../kernel/clock.js';
import { effective } from '../../../kernel/corrections.js';
import type { Actor } from '../../../kernel/envelope.js';
import { notFound } from '../../../kernel/errors.js';
import type { Envelope } from '../../../store/codec.js';
import { Journal } from '../../../store/journal.js';
import { streamOf } from '../../../kernel/decider.js';
import type { ReadinessEvent } from '../domain/events.js';
import { readinessKind } from '../domain/readiness-kind.js';
import { questionnaireIds, type Questionnaire } from '../domain/questionnaires/questionnaire.js';
import { requireMayKnow } from '../may-know.js';
import { sheetOf } from '../answers.js';
import { openTransitionOf } from '../programmes-beside.js';
import { clinic } from '../readiness-use-case.js';
import { ReadinessView } from './readiness-view.js';
import { viewProgramme, type Words } from './view-programme.js';

export const wordsFor = ({ role }: Pick<Actor, 'role'>): Words =>
  clinic.includes(role) ? 'all' : role === 'adult-clinician' ? 'adult' : 'none';

export const getReadiness = question({
  name: 'GetReadiness',
  get: 'api/v1/readiness/:programmeId',
  section: 'Readiness',
  tells: 'One programme with both voices side by side, as of a date',
  rules: ['RSG-03', 'RSG-04', 'RSG-07', 'RSG-08', 'TRN-44'],
  who: {
    roles: [...clinic, 'adult-clinician', 'manager', 'auditor'],
    because:
      'The clinic in full; the adult service what is theirs, with consent or after the transfer; the manager and the auditor without what was said (SHARE matrix)',
  },
  answers: ReadinessView,
  uses: [ReadSide, Clock, Journal],
  async answer({ at: { programmeId: id }, asked }, readSide, clock, journal): Promise<ReadinessView> {
    requireMayKnow(readSide.db, id, asked.actor, clock.today());
    const words = wordsFor(asked.actor);
    const recorded: Envelope[] = [];
    for await (const page of journal.read(streamOf(readinessKind.category, id), { closed: words === 'none' }))
      recorded.push(...page);
    const standing = effective(recorded).standing as unknown as readonly ReadinessEvent[];
    const then = standing.filter(({ occurredOn }) => occurredOn <= asked.asOf);
    const personId = personIn(standing);
    const view = viewProgramme(
      id,
      then,
      {
        revision: recorded.at(-1)?.revision ?? -1,
        ...(personId === undefined ? {} : await knownOf(journal, personId, asked.asOf)),
        openTransitionId: personId === undefined ? undefined : openTransitionOf(readSide.db, personId),
        sheet: await sheetsOf(journal, then),
      },
      asked.asOf,
      words,
    );
    if (!view) throw notFound('readiness programme', id);
    return view;
  },
  shows: everyoneIn,
});

const personIn = (events: readonly ReadinessEvent[]): string | undefined =>
  events.flatMap((event) => (event.type === 'ReadinessProgrammeStarted' ? [event.data.personId] : []))[0];

/** The birth date as it is known now; a death as far as the day that is asked for. */
async function knownOf(journal: Journal, personId: string, asOf: CivilDate) {
  const { birthDate, diedOn } = await personThen(journal, personId, { asOf });
  return { birthDate: birthDate?.on, diedOn };
}

/** Every sheet that was answered, by its version; one that is known no more has no words. */
async function sheetsOf(journal: Journal, events: readonly ReadinessEvent[]) {
  const known = new Map<string, Questionnaire>();
  for (const event of events) {
    if (event.type !== 'ReadinessQuestionnaireSubmitted') continue;
    const { questionnaire, version } = event.data;
    const key = `${questionnaire} ${version}`;
    if (known.has(key) || !questionnaireIds.includes(questionnaire)) continue;
    known.set(key, await sheetOf(journal, questionnaire, version));
  }
  return (id: string, version: number): Questionnaire | undefined => known.get(`${id} ${version}`);
}
