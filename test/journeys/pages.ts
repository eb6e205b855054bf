// The pages that every check of pages looks at: where, and who looks.
import type { Journeys, Who } from './kit.js';

export interface Visited {
  readonly name: string;
  readonly who: Who | undefined;
  readonly path: string;
}

/** Addresses with ids are taken from the worklist, as a person would come to them. */
export async function everyPage({ onward }: Journeys): Promise<readonly Visited[]> {
  const { body } = await onward.get<{ items: { caseId: string; personId: string; subjectId: string; key: string }[] }>(
    '/api/v1/ehc-plans/worklist?step=decision&state=overdue',
  );
  const { caseId, personId, subjectId, key } = body.items[0]!;
  const facts = await onward.get<{ items: { eventId: string }[] }>(`/api/v1/ehc-plans/${caseId}/facts`);
  const made = facts.body.items.at(-1)!;
  const review = `/ehc/plans/${caseId}/reviews/${subjectId}`;
  const { body: lists } = await onward.get<{ term: string; items: { institution: string | null }[] }>(
    '/api/v1/term-lists',
  );
  const termList = `/ehc/term-lists/${lists.term}/${lists.items[0]!.institution ?? 'none'}`;
  const { body: schools } = await onward.get<{ items: { urn: string }[] }>('/api/v1/schools?name=sea');
  const waiting = await onward.get<{ items: { id: string }[] }>('/api/v1/waits', { as: 'ella.manager' });
  const wait = `/waiting/${waiting.body.items[0]!.id}`;
  const asha = 'asha.caseworker';
  const ben = 'ben.clinician';
  const register = await onward.get<{ items: { id: string; personId: string }[] }>('/api/v1/transitions?gate=18', {
    as: ben,
  });
  const transition = register.body.items[0]!;
  const moving = `/transitions/${transition.id}`;
  const cora = 'cora.adult';
  const gita = 'gita.records';
  const { body: handOvers } = await onward.get<{ items: { id: string }[] }>('/api/v1/transitions/hand-overs', {
    as: cora,
  });
  const handOver = `/adult/hand-overs/${handOvers.items[0]!.id}`;
  const { programme, young, helpId } = await programmeWithAll(onward);
  return [
    { name: 'sign in', who: undefined, path: '/sign-in' },
    { name: 'accessibility', who: undefined, path: '/accessibility' },
    { name: 'home of a SEND caseworker', who: asha, path: '/' },
    { name: 'home of a CAMHS clinician', who: 'ben.clinician', path: '/' },
    { name: 'home of an adult clinician', who: 'cora.adult', path: '/' },
    { name: 'home of a nurse', who: 'dev.nurse', path: '/' },
    { name: 'home of a manager', who: 'ella.manager', path: '/' },
    { name: 'home of an auditor', who: 'farid.auditor', path: '/' },
    { name: 'SEND worklist', who: asha, path: '/ehc/worklist' },
    { name: 'SEND worklist, filtered', who: asha, path: '/ehc/worklist?state=absent&phase=secondary' },
    { name: 'worklist of all pathways', who: 'ella.manager', path: '/worklist' },
    { name: 'cases that stand still', who: 'ella.manager', path: '/cases-that-stand-still' },
    { name: 'search', who: asha, path: '/search?q=b' },
    { name: 'person', who: asha, path: `/people/${personId}` },
    { name: 'person before a manager', who: 'ella.manager', path: `/people/${personId}` },
    { name: 'contacts that a caseworker wrote', who: asha, path: `/people/${personId}/contacts-written` },
    { name: 'form of an override of consent', who: asha, path: `/people/${personId}/consent-override` },
    { name: 'plan', who: asha, path: `/ehc/plans/${caseId}` },
    { name: 'what is recorded of a plan', who: asha, path: `/ehc/plans/${caseId}/facts` },
    { name: 'form of a placement', who: asha, path: `/ehc/plans/${caseId}/record/placement/plan` },
    { name: 'form of the needs', who: asha, path: `/ehc/plans/${caseId}/record/needs/plan` },
    { name: 'form of ceasing', who: asha, path: `/ehc/plans/${caseId}/record/cease-proposal/plan` },
    { name: 'form of a correction', who: asha, path: `/ehc/plans/${caseId}/record/correct/${made.eventId}` },
    { name: 'form of a plan that moved here', who: asha, path: `/people/${personId}/ehc-plan/moved-in` },
    { name: 'review', who: asha, path: review },
    { name: 'what if', who: asha, path: `${review}/what-if?meeting-day=14&meeting-month=12&meeting-year=2026` },
    { name: 'form with every kind of question', who: asha, path: `${review}/record/advice` },
    { name: 'form of a notice', who: asha, path: `${review}/record/decision` },
    { name: 'why', who: asha, path: `/why/ehc/${caseId}?key=${key}&subjectId=${subjectId}` },
    { name: 'history, step by step', who: 'farid.auditor', path: `/people/${personId}/history?step=5` },
    { name: 'history before a caseworker', who: asha, path: `/people/${personId}/history` },
    {
      name: 'two clocks',
      who: 'farid.auditor',
      path: `/people/${personId}/history/then?trueOn-day=1&trueOn-month=6&trueOn-year=2026`,
    },
    { name: 'taking part', who: asha, path: `/people/${personId}/taking-part` },
    { name: 'taking part across the area', who: 'ella.manager', path: '/taking-part' },
    { name: 'whom a count of taking part counts', who: 'ella.manager', path: '/taking-part/people' },
    { name: 'who has looked', who: 'farid.auditor', path: `/people/${personId}/views` },
    { name: 'who has looked, before a records manager', who: 'gita.records', path: `/people/${personId}/views` },
    { name: 'bundle', who: 'farid.auditor', path: `/people/${personId}/history/bundle` },
    { name: 'Ready Steady Go, the clinic', who: 'dev.nurse', path: '/readiness' },
    { name: 'Ready Steady Go, filtered', who: 'ella.manager', path: '/readiness?look=behind' },
    { name: 'Ready Steady Go in figures', who: 'ella.manager', path: '/readiness/figures' },
    { name: 'readiness programme', who: 'dev.nurse', path: programme },
    { name: 'readiness programme before a manager', who: 'ella.manager', path: programme },
    { name: 'form of a visit', who: 'dev.nurse', path: `${programme}/record/visit/programme` },
    {
      name: 'form of help that was given',
      who: 'dev.nurse',
      path: `${programme}/record/help-given/${helpId}`,
    },
    { name: 'form of a correction of a programme', who: 'ella.manager', path: `${programme}/record/correct/programme` },
    { name: 'passport', who: 'dev.nurse', path: `${programme}/passport` },
    { name: 'form of the start of a programme', who: 'dev.nurse', path: `/people/${young}/readiness/start` },
    { name: 'questionnaires', who: 'dev.nurse', path: '/readiness/questionnaires' },
    { name: 'a blank form to print', who: 'dev.nurse', path: '/readiness/questionnaires/steady/1' },
    { name: 'form of the text of a questionnaire', who: 'dev.nurse', path: '/readiness/load-questionnaire' },
    { name: 'your calendar', who: asha, path: '/your-calendar' },
    { name: 'phase transfers', who: asha, path: '/ehc/phase-transfers' },
    { name: 'phase transfers, filtered', who: 'ella.manager', path: '/ehc/phase-transfers?step=nothing&year=2027' },
    { name: 'term lists', who: asha, path: '/ehc/term-lists' },
    { name: 'term lists before an auditor', who: 'farid.auditor', path: '/ehc/term-lists?term=2026-autumn' },
    { name: 'term list', who: asha, path: termList },
    { name: 'form of a term list that was sent', who: asha, path: `${termList}/sent` },
    { name: 'schools and colleges', who: asha, path: '/schools' },
    { name: 'schools and colleges, looked for', who: 'ella.manager', path: '/schools?name=sea' },
    { name: 'a school', who: asha, path: `/schools/${schools.items[0]!.urn}` },
    { name: 'form of a list of schools', who: 'ella.manager', path: '/load-schools' },
    { name: 'absences', who: 'ella.manager', path: '/ehc/absences' },
    { name: 'reviews landing', who: 'ella.manager', path: '/ehc/reviews-landing' },
    { name: 'register of transitions', who: ben, path: '/transitions' },
    { name: 'register, filtered', who: 'dev.nurse', path: '/transitions?gate=17-6&late=false' },
    { name: 'register before a manager', who: 'ella.manager', path: '/transitions' },
    { name: 'transition', who: ben, path: moving },
    { name: 'transition before a nurse', who: 'dev.nurse', path: moving },
    { name: 'transition before an auditor', who: 'farid.auditor', path: moving },
    { name: 'steps of a meeting', who: ben, path: `${moving}/record/steps` },
    { name: 'interface discussion', who: ben, path: `${moving}/record/interface` },
    { name: 'joint plan', who: ben, path: `${moving}/record/joint-plan` },
    { name: 'referral onward', who: ben, path: `${moving}/record/referral` },
    { name: 'why past 18', who: ben, path: `${moving}/record/past-18` },
    { name: 'correction of a transition', who: ben, path: `${moving}/record/correct` },
    { name: 'closure to CAMHS', who: ben, path: `${moving}/record/close` },
    {
      name: 'consent',
      who: ben,
      path: `/people/${transition.personId}/consent/discuss-with-adult-services?case=transition-${transition.id}`,
    },
    { name: 'interface meeting', who: ben, path: '/interface-agenda' },
    { name: 'interface meeting, a page of it', who: ben, path: '/interface-agenda?limit=4' },
    { name: 'interface meeting of the adult service', who: 'cora.adult', path: '/interface-agenda' },
    { name: 'the area', who: 'ella.manager', path: '/reports/area' },
    { name: 'the area on an earlier day', who: 'farid.auditor', path: '/reports/area?asOf=2026-08-31' },
    { name: 'the area for publication', who: 'ella.manager', path: '/reports/area?profile=MH_PUBLIC' },
    { name: 'publishing figures', who: 'ella.manager', path: '/reports/publish?profile=MH_PUBLIC&asOf=2026-08-31' },
    { name: 'what was published', who: 'farid.auditor', path: '/reports/publications' },
    { name: 'cases behind a gate', who: 'ella.manager', path: '/reports/gates?gate=18' },
    { name: 'cases behind a destination', who: 'ella.manager', path: '/reports/discharges?year=2025' },
    { name: 'cases behind what reviews lack', who: 'ella.manager', path: '/reports/review-lacks?lack=no-advice' },
    { name: 'waiting list', who: 'ella.manager', path: '/waiting' },
    { name: 'waiting list, filtered', who: 'dev.nurse', path: '/waiting?pathway=CHS&fromDays=127' },
    { name: 'one wait', who: 'ben.clinician', path: wait },
    { name: 'one wait before an auditor', who: 'farid.auditor', path: wait },
    { name: 'form of a contact while waiting', who: 'dev.nurse', path: `${wait}/record/contact` },
    { name: 'form of an appointment', who: 'dev.nurse', path: `${wait}/record/appointment` },
    { name: 'hand-overs', who: cora, path: '/adult/hand-overs' },
    { name: 'hand-over', who: cora, path: handOver },
    { name: 'form of a first appointment', who: cora, path: `${handOver}/record/book/case` },
    { name: 'form that accepts a hand-over', who: cora, path: `${handOver}/record/accept-all/case` },
    { name: 'form that says the case was opened', who: cora, path: `${handOver}/record/opened/case` },
    { name: 'first six months', who: cora, path: '/adult/first-months' },
    { name: 'past 18', who: 'ben.clinician', path: '/past-18' },
    { name: 'home of a records manager', who: gita, path: '/' },
    { name: 'records', who: gita, path: '/records?q=b' },
    { name: 'until when a person is kept', who: gita, path: `/records/${personId}` },
    { name: 'form that forgets a person', who: gita, path: `/records/${personId}/forget` },
    { name: 'tasks', who: cora, path: '/tasks' },
    { name: 'tasks of a manager', who: 'ella.manager', path: '/tasks' },
    { name: 'a case that does not exist', who: asha, path: '/ehc/plans/00000000-0000-4000-8000-000000000000' },
    { name: 'a filter that makes no sense', who: asha, path: '/ehc/worklist?phase=nonsense' },
    { name: 'a page that a role may not see', who: 'ben.clinician', path: '/ehc/worklist' },
  ];
}

/** One with help that is open, and a passport. */
async function programmeWithAll(onward: Journeys['onward']) {
  const nurse = { as: 'dev.nurse' };
  const list = await onward.get<{ items: { id: string }[] }>('/api/v1/readiness?look=help', nurse);
  for (const { id } of list.body.items) {
    const { body } = await onward.get<{ personId: string; passport?: object; helps: { helpId: string }[] }>(
      `/api/v1/readiness/${id}`,
      nurse,
    );
    if (body.passport) return { programme: `/readiness/${id}`, young: body.personId, helpId: body.helps[0]!.helpId };
  }
  throw new Error('Nobody in the made-up area has both');
}
