// Records a discharge from the adult service.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { dischargeReasons } from '../domain/codes.js';
import { servicesThatLetGo } from '../domain/receiving.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class DischargeFromAdultServiceBody extends Dated {
  @ApiProperty({ enum: dischargeReasons }) @IsIn(dischargeReasons) reason: (typeof dischargeReasons)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) note?: string;
}

export const dischargeFromAdultService = useCase({
  name: 'DischargeFromAdultService',
  post: 'api/v1/transitions/:transitionId/adult-discharge',
  section: 'Transitions',
  does: 'Record a discharge from the adult service; never on a first missed appointment',
  rules: ['TRN-27'],
  who: { roles: ['system', 'adult-clinician'], because: 'Only the adult service discharges from it (TRN-27).' },
  input: DischargeFromAdultServiceBody,
  uses: [TransitionCases],
  handle: ({ at: { transitionId: id }, details, on, context }, cases) => {
    const command = { type: 'DischargeFromAdultService', on, ...details } as const;
    return cases.runForService(id, command, context, servicesThatLetGo);
  },
});
