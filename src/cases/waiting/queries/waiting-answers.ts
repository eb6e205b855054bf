// The shapes of the figures of a waiting list, each with what must always be said beside them (WAIT-40).
import { ApiProperty } from '../../../engine/api/api-property.js';
import { validDays } from '../list-tally.js';

export class BandOfWaits {
  @ApiProperty() label: string;
  @ApiProperty() fromDays: number;
  @ApiProperty({ required: false }) toDays?: number;
  @ApiProperty() waits: number;
}

export class PercentileOfWaits {
  @ApiProperty({ required: false }) days?: number;
  @ApiProperty({ required: false, description: 'Whole weeks for display (WAIT-41)' }) weeks?: number;
}

export class ExactPercentiles {
  @ApiProperty() method: string;
  @ApiProperty({ type: PercentileOfWaits }) median: PercentileOfWaits;
  @ApiProperty({ type: PercentileOfWaits }) ninetySecond: PercentileOfWaits;
}

export class EstimatedPercentiles {
  @ApiProperty() method: string;
  @ApiProperty({ required: false, description: 'Weeks, or `>52 weeks`' }) median?: number | string;
  @ApiProperty({ required: false, description: 'Weeks, or `>52 weeks`' }) ninetySecond?: number | string;
}

export class WaitingFigures {
  @ApiProperty() censusOn: string;
  @ApiProperty({ description: 'Which waits were counted' }) population: string;
  @ApiProperty() clock: string;
  @ApiProperty({ description: 'As known now, or as known on the census date (WAIT-44)' }) known: string;
  @ApiProperty({ description: 'Waits: a person with two referrals counts twice' }) pathways: number;
  @ApiProperty({ description: 'Each person once' }) people: number;
  @ApiProperty({ type: [BandOfWaits] }) bands: BandOfWaits[];
  @ApiProperty() over18Weeks: number;
  @ApiProperty() over52Weeks: number;
  @ApiProperty({ required: false }) longestDays?: number;
  @ApiProperty({ type: ExactPercentiles }) exact: ExactPercentiles;
  @ApiProperty({ type: EstimatedPercentiles }) fromWeeklyBands: EstimatedPercentiles;
  @ApiProperty({ description: `Checked to be live within the last ${validDays} days` }) validated: number;
  @ApiProperty() notValidated: number;
  @ApiProperty({ description: 'On the list between two clocks (WAIT-03); in no other figure' }) withoutClock: number;
  @ApiProperty({ description: 'Waits by the last step reached (WAIT-23)' }) reached: Record<string, number>;
}
