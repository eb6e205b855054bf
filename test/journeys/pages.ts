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
  const review = `/ehc/plans/${caseId}/reviews/${subjectId}`;
  const asha = 'asha.caseworker';
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
    { name: 'search', who: asha, path: '/search?q=b' },
    { name: 'person', who: asha, path: `/people/${personId}` },
    { name: 'person before a manager', who: 'ella.manager', path: `/people/${personId}` },
    { name: 'plan', who: asha, path: `/ehc/plans/${caseId}` },
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
    { name: 'bundle', who: 'farid.auditor', path: `/people/${personId}/history/bundle` },
    { name: 'your calendar', who: asha, path: '/your-calendar' },
    { name: 'absences', who: 'ella.manager', path: '/ehc/absences' },
    { name: 'reviews landing', who: 'ella.manager', path: '/ehc/reviews-landing' },
    { name: 'a case that does not exist', who: asha, path: '/ehc/plans/00000000-0000-4000-8000-000000000000' },
    { name: 'a filter that makes no sense', who: asha, path: '/ehc/worklist?phase=nonsense' },
    { name: 'a page that a role may not see', who: 'ben.clinician', path: '/ehc/worklist' },
  ];
}
