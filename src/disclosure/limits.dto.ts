import { IsInt, IsNumber, Max, Min } from 'class-validator';
import { POLICY_LIMITS, type DisclosureLimits } from './domain/limits.js';

/** The numbers of the output policy as an employer wants them: each as strict as the policy's own or stricter. */
export class RaiseLimitsDto implements DisclosureLimits {
  @IsInt()
  @Min(POLICY_LIMITS.persons)
  @Max(1000)
  persons: number;

  @IsInt()
  @Min(POLICY_LIMITS.absentPersons)
  @Max(1000)
  absentPersons: number;

  @IsNumber({ maxDecimalPlaces: 3 })
  @Min(0.05)
  @Max(POLICY_LIMITS.largestShare)
  largestShare: number;

  @IsInt()
  @Min(POLICY_LIMITS.count)
  @Max(1000)
  count: number;

  @IsInt()
  @Min(POLICY_LIMITS.shareBase)
  @Max(1000)
  shareBase: number;
}
