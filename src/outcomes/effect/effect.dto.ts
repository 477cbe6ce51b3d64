import { IsUUID } from 'class-validator';

export class NewEstimateDto {
  @IsUUID()
  planId: string;
}
