// What the case of an EHC plan tells of its person, through the same policy and runner as everybody. Nobody says it by hand.
import { Dated } from '../../../engine/use-cases/dated.js';
import { useCase } from '../../../engine/use-cases/use-case.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { KnowPlan } from '../domain/command.js';
import { youngPerson } from '../domain/decide.js';

export class PlanTold extends Dated {
  personId: string;
  planId: KnowPlan['planId'];
  how: KnowPlan['how'];
}

export const knowEhcPlan = useCase({
  name: 'KnowEhcPlan',
  section: 'Young people',
  does: 'Know of an EHC plan: from its case',
  rules: ['TRN-07', 'TRN-20'],
  who: { roles: ['system'], because: 'The case of the plan says it; nobody says it by hand (TRN-07, TRN-20).' },
  input: PlanTold,
  uses: [CommandRunner],
  handle: ({ details: { personId, ...plan }, on, context }, runner) =>
    runner.run(youngPerson, personId, { type: 'KnowPlan', on, ...plan }, context),
});
