export {
  latestRounds,
  listDrops,
  listStandingDrops,
  type Drop,
  type StandingDrop,
} from './results/results.repository.js';
export { SurveysModule } from './surveys.module.js';
