import { IsInt, IsNumber, Max, Min } from 'class-validator';
import { POLICY_NUMBERS, type OutputNumbers } from './domain/limits.js';

/** The numbers of the output policy as an employer wants them: each as strict as the policy's own or stricter. */
export class RaiseLimitsDto implements OutputNumbers {
  @IsInt()
  @Min(POLICY_NUMBERS.persons)
  @Max(1000)
  persons: number;

  @IsInt()
  @Min(POLICY_NUMBERS.absentPersons)
  @Max(1000)
  absentPersons: number;

  @IsNumber({ maxDecimalPlaces: 3 })
  @Min(0.05)
  @Max(POLICY_NUMBERS.largestShare)
  largestShare: number;

  @IsInt()
  @Min(POLICY_NUMBERS.count)
  @Max(1000)
  count: number;

  @IsInt()
  @Min(POLICY_NUMBERS.shareBase)
  @Max(1000)
  shareBase: number;

  @IsInt()
  @Min(POLICY_NUMBERS.answers)
  @Max(1000)
  answers: number;

  @IsInt()
  @Min(POLICY_NUMBERS.offensive)
  @Max(1000)
  offensive: number;

  @IsInt()
  @Min(POLICY_NUMBERS.comments)
  @Max(1000)
  comments: number;
}
