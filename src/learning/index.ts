export { LearningModule } from './learning.module.js';
export { learningFacts, yearlySkill, type LearningFact } from './learning.queries.js';
export { LearningService } from './learning.service.js';
export { SkillView } from './learning.view.js';
