export { latestRounds, listDrops, type Drop } from './results/results.repository.js';
export { SurveysModule } from './surveys.module.js';
