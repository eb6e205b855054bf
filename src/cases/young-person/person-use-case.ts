// What the use cases on a young person have in common.
import { CommandRunner } from '../../engine/commands/command-runner.js';
import { straight, useCasesOn } from '../../engine/use-cases/case-use-case.js';
import { youngPersonKind } from './domain/person-kind.js';

export const personUseCase = useCasesOn(youngPersonKind, {
  section: 'Young people',
  id: 'personId',
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because:
      'Whoever holds a case of the young person keeps their record right; its history names the author (REC-11).',
  },
  uses: [CommandRunner],
  run: straight,
});
