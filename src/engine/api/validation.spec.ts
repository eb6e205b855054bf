// What an input has wrong, in words for a person, of every kind of check that inputs use; never the library's own.
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  ArrayMinSize,
  ArrayMaxSize,
  Length,
  Max,
  Min,
} from 'class-validator';
import { isOnwardError } from '../../kernel/errors.js';
import { validation } from './validation.js';

class Input {
  @IsString() text: string;
  @Length(1, 60) blank: string;
  @Length(2, 60) short: string;
  @Length(1, 3) long: string;
  @IsIn(['ready', 'steady']) stage: string;
  @IsIn(['ready', 'steady'], { each: true }) stages: string[];
  @IsInt() whole: number;
  @IsBoolean() flag: boolean;
  @Min(1) few: number;
  @Max(9) many: number;
  @IsArray() list: unknown;
  @ArrayMinSize(1) none: unknown[];
  @ArrayMaxSize(1) all: unknown[];
}

const given = {
  ...{
    text: 7,
    blank: '',
    short: 'a',
    long: 'abcd',
    stage: 'go',
    stages: ['go'],
    whole: 1.5,
    flag: 'yes',
    few: 0,
    many: 10,
  },
  ...{ list: 'x', none: [], all: [1, 2], colour: 'blue' },
};

it('says of every field what is wrong in plain words', async () => {
  const refused = await validation()
    .transform(given, { type: 'body', metatype: Input })
    .catch((error: unknown) => error);
  const fields = isOnwardError(refused) ? (refused.parts.fields ?? []) : [];
  expect(Object.fromEntries(fields.map(({ field, problem }) => [field, problem]))).toEqual({
    text: 'must be a text',
    blank: 'must not be empty',
    short: 'must have 2 letters or more',
    long: 'must have 3 letters or fewer',
    stage: 'must be one of: ready, steady',
    stages: 'must each be one of: ready, steady',
    whole: 'must be a whole number',
    flag: 'must be true or false',
    few: 'must be 1 or more',
    many: 'must be 9 or less',
    list: 'must be a list',
    none: 'must have 1 or more',
    all: 'must have 1 or fewer',
    colour: 'should not exist: no field of that name is known here',
  });
});
