// Starts a new clock at zero: a decision to treat after active monitoring.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { wait } from '../domain/decide.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export const startNewClock = useCase({
  name: 'StartNewClock',
  post: 'api/v1/waits/:id/clock-starts',
  section: 'Waiting',
  does: 'Start a new clock after active monitoring',
  rules: ['WAIT-02'],
  who: { roles: ['camhs-clinician', 'specialist-nurse', 'manager'], because: 'WAIT-02' },
  input: Dated,
  uses: [CommandRunner],
  handle: ({ at: { id }, input: details, today, context }, runner) => {
    const { on = today } = details;
    return runner.run(wait, id, { type: 'StartNewClock', on }, context);
  },
});
