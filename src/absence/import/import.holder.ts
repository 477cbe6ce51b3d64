import { Injectable } from '@nestjs/common';
import { HoldsPersonalData, PersonalDataHolder, type HeldSection } from '../../access/index.js';

/**
 * Refused rows and raw files are sealed and name nobody but inside; they go as a whole after their time, and a person's
 * rows are not picked out of them.
 */
@HoldsPersonalData()
@Injectable()
export class ImportHolder extends PersonalDataHolder {
  override readonly domain = 'imports';
  override readonly tables = ['imports', 'import_rejections'];
  override readonly classes = [];

  override describe(): Promise<HeldSection[]> {
    return Promise.resolve([]);
  }

  override due(): Promise<number> {
    return Promise.resolve(0);
  }

  override erase(): Promise<number> {
    return Promise.resolve(0);
  }

  override async erasePerson(): Promise<void> {}
}
