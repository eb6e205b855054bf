// An identifier as it is sent.
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { identifierKinds, type IdentifierKind } from '../../../engine/person/domain/events.js';

export class NewIdentifier {
  @ApiProperty({ enum: identifierKinds })
  @IsIn(identifierKinds)
  kind: IdentifierKind;

  @ApiProperty({ example: '999 000 0018' })
  @IsString()
  @Length(1, 60)
  value: string;

  @ApiProperty({ required: false, description: 'Who gave a local identifier (default: your organisation)' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  issuer?: string;
}
