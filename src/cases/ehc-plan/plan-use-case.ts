// What the use cases on an EHC plan have in common.
import { CommandRunner } from '../../engine/commands/command-runner.js';
import { straight, useCasesOn } from '../../engine/use-cases/case-use-case.js';
import { formsAt } from '../../engine/use-cases/placed-form.js';
import type { CommandContext } from '../../kernel/envelope.js';
import { idFrom } from '../../kernel/ids.js';
import { ehcPlanKind } from './domain/plan-kind.js';
import type { PlanSubject, planGroups } from './pages/plan-forms/plan-form.js';
import type { EhcPlanView } from './queries/plan-view.js';

export const planUseCase = useCasesOn(ehcPlanKind, {
  section: 'EHC plans',
  id: 'id',
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own.',
  },
  uses: [CommandRunner],
  run: straight,
});

/** A form on the page of the plan, under one of its headings. */
export const planForm = formsAt<PlanSubject, EhcPlanView, keyof typeof planGroups | 'correction'>('plan');

/** Id of the review that a first step opens. */
export const newReviewId = ({ commandId }: CommandContext): string => idFrom(commandId, 'review-cycle');
