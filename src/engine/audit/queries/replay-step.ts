// One entry of a person's history with the case just before and just after it, the rules in force then, and the proof of the chain.
import { question } from '../../use-cases/question.js';
import { choicesThen } from '../../settings/choices-then.js';
import type { Envelope } from '../../../store/codec.js';
import { Journal } from '../../../store/journal.js';
import { verifyStreams, type Verified } from '../../../store/verify-chain.js';
import { Policies } from '../../access/policy.js';
import { londonDate } from '../../../kernel/calendar/index.js';
import { parseStream } from '../../../kernel/decider.js';
import { History } from '../../../kernel/history.js';
import { invalid, notFound } from '../../../kernel/errors.js';
import { personThen } from '../../person/person-then.js';
import { CaseTypes } from '../../processing/case-types.js';
import { ReadSide } from '../../processing/read-side.js';
import { underChoices } from '../../../rules/chosen-settings.js';
import { deadlinesOn } from '../../deadlines/deadlines-on.js';
import { eventsAbout, shownTo, streamsAbout } from './person-history.js';
import { withSchools } from './with-schools.js';
import { ReplayedStep, type DateThen } from './replayed-step.js';

export const replayStep = question({
  name: 'ReplayStep',
  get: 'api/v1/young-people/:personId/history/steps/:step',
  section: 'History',
  tells: 'One entry of a history: before, after, rules, proof',
  rules: ['REC-20', 'REC-24'],
  who: {
    roles: ['auditor', 'manager', 'send-caseworker', 'camhs-clinician'],
    because: 'Auditors replay any case; those who hold the case see its history (SHARE matrix).',
    byPathway: true,
  },
  answers: ReplayedStep,
  uses: [Journal, ReadSide, Policies, CaseTypes],
  /** `step` counts from 1; `last` is the last. Errors: `invalid-input` for no number, `not-found` for a step beyond the history. */
  answer: async ({ at, asked }, journal, readSide, policies, caseTypes): Promise<ReplayedStep> => {
    const { personId } = at;
    if (!/^(last|[0-9]{1,9})$/.test(at.step)) throw invalid('step', 'must be a whole number');
    const allowed = policies.pathways('ReplayStep', asked.actor);
    const streams = streamsAbout(readSide, caseTypes, personId, allowed);
    const all = await eventsAbout(journal, personId, streams);
    const step = at.step === 'last' ? all.length : Number(at.step);
    const event = all[step - 1];
    if (!event) throw notFound('step of the history', String(step));
    const seen = shownTo(asked.actor, all, { types: caseTypes, catalogue: journal.catalogue });
    const shown = (one: (typeof all)[number]) => withSchools(seen(one), readSide.db);
    return {
      step,
      total: all.length,
      event: shown(event),
      events: all.map(shown),
      ...(await around(journal, caseTypes, event, personId)),
      verified: await verify(journal, streams),
    };
  },
  shows: (_, { at: { personId } }) => [personId],
});

async function around(journal: Journal, caseTypes: CaseTypes, event: Envelope, personId: string) {
  const { category, id } = parseStream(event.stream);
  const type = caseTypes.of(category);
  if (!type) return { before: null, after: null, rulePacks: [], datesBefore: [], datesAfter: [] };
  const history = new History(type.folding);
  let before = history.state;
  for await (const page of journal.read(event.stream)) {
    for (const each of page) {
      if (each.revision > event.revision) break;
      before = history.state;
      history.take(each);
    }
  }
  const after = history.state;
  // What was known of the person when this was recorded: a birth date that was corrected later moves nothing yet.
  const on = londonDate(event.recordedAt);
  const person = await personThen(journal, personId, { knownOn: on });
  const choices = await choicesThen(journal, { knownOn: on });
  const subjects = underChoices(type.subjects(id, after, person), choices);
  const dates = (of: typeof subjects): DateThen[] =>
    of.flatMap((subject) =>
      deadlinesOn(subject, on, person).map(({ key, rule, title, dueOn, metOn }) => {
        return { subject: subject.label, subjectId: subject.id, key, rule, title, dueOn, metOn: metOn ?? null };
      }),
    );
  return {
    before: event.revision === 0 ? null : before,
    after,
    rulePacks: [...new Set(subjects.map(({ pack, packVersion }) => `${pack} version ${packVersion}`))],
    datesBefore: event.revision === 0 ? [] : dates(underChoices(type.subjects(id, before, person), choices)),
    datesAfter: dates(subjects),
  };
}

/** Every stream of the history, from its first event, over the bytes as stored. */
async function verify(journal: Journal, streams: readonly string[]): Promise<Verified> {
  const { store } = journal;
  const all = async function* () {
    for (const stream of streams) yield* store.read(stream);
  };
  return verifyStreams({ readAll: all });
}
