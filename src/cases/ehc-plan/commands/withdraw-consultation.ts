// Records that a school need not reply any more.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ehcPlan } from '../ehc-plan.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { consultationEnds, type ConsultationEnd } from '../domain/words.js';

export class ConsultationEnding {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: consultationEnds }) @IsIn(consultationEnds) because: ConsultationEnd;
}

export const withdrawConsultation = useCase({
  name: 'WithdrawConsultation',
  post: 'api/v1/ehc-plans/:id/consultations/:consultationId/withdrawal',
  section: 'EHC plans',
  does: 'The school need not reply any more',
  rules: ['EHC-30'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-30).',
  },
  input: ConsultationEnding,
  uses: [CommandRunner],
  handle: ({ at: { id: planId, consultationId }, input: sent, context }, runner) => {
    const details = { ...sent, consultationId };
    return runner.run(ehcPlan, planId, { type: 'WithdrawConsultation', ...details } as const, context);
  },
});
