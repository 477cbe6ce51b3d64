export { SurveysModule } from './surveys.module.js';
