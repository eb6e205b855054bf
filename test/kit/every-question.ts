// Every question that the API takes, asked of what is there: its route from the documentation, its ids from the demo area.
import type { TestOnward } from './onward.js';

export interface AskedQuestion {
  readonly template: string;
  /** With what it must be asked with. */
  readonly path: string;
}

export const roles = [
  'ella.manager',
  'farid.auditor',
  'asha.caseworker',
  'ben.clinician',
  'cora.adult',
  'dev.nurse',
  'gita.records',
];

/** `onward` holds the demo area. */
export async function everyQuestion(onward: TestOnward): Promise<readonly AskedQuestion[]> {
  const first = async (url: string): Promise<Record<string, string>> =>
    (await onward.get<{ items: Record<string, string>[] }>(url, { as: 'ben.clinician' })).body.items[0] ?? {};
  const plan = await onward.get<{ items: Record<string, string>[] }>(
    '/api/v1/ehc-plans/worklist?step=decision&state=overdue',
  );
  const { caseId = '', personId = '', subjectId = '', key = '' } = plan.body.items[0] ?? {};
  const { id: transition = '' } = await first('/api/v1/transitions?gate=18');
  const { id: wait = '' } = await first('/api/v1/waits');
  const { id: programmeId = '' } = await first('/api/v1/readiness?look=help');
  const lists = await onward.get<{ term: string; items: { institution: string }[] }>('/api/v1/term-lists');
  const given: Record<string, string> = {
    term: lists.body.term,
    institution: lists.body.items[0]?.institution ?? '',
    personId,
    cycleId: subjectId,
    caseId,
    stream: `ehcPlan-${caseId}`,
    pathway: 'ehc',
    transitionId: transition,
    programmeId,
    ...{ questionnaire: 'steady', version: '1' },
  };
  const extra: Readonly<Record<string, string>> = {
    '/api/v1/ehc-plans': `?personId=${personId}`,
    '/api/v1/ehc-plans/review-lacks': '?lack=no-meeting',
    '/api/v1/waits/reconciliation': '?from=2026-10-01',
    '/api/v1/deadlines/{pathway}/{caseId}': `?key=${key}&subjectId=${subjectId}`,
  };
  const { paths } = (await onward.get<{ paths: Record<string, Record<string, unknown>> }>('/api/openapi.json')).body;
  return Object.entries(paths)
    .filter(([template, methods]) => 'get' in methods && template.startsWith('/api/v1'))
    .map(([template]) => {
      const id = template.startsWith('/api/v1/waits')
        ? wait
        : template.startsWith('/api/v1/transitions')
          ? transition
          : caseId;
      const path = template.replace(/\{(\w+)\}/g, (_, name: string) => given[name] ?? id);
      return { template, path: path + (extra[template] ?? '') };
    });
}
