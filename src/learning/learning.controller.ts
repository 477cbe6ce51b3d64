import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, Permit, type HatActor } from '../access/index.js';
import { Id } from '../platform/http/id.js';
import { CompetenceDto, CourseDto } from './learning.dto.js';
import { learningPolicy } from './learning.policy.js';
import { LearningService } from './learning.service.js';
import { LearningView } from './learning.view.js';

@ApiTags('learning track')
@Controller()
export class LearningController {
  constructor(private readonly learning: LearningService) {}

  /** Courses, competence and the yearly question of the employer. */
  @Get('learning')
  @Permit(learningPolicy, 'course.read')
  async get(@CurrentActor() actor: HatActor): Promise<LearningView> {
    return this.learning.get(actor);
  }

  @Post('courses')
  @Permit(learningPolicy, 'course.record')
  async recordCourse(@CurrentActor() actor: HatActor, @Body() body: CourseDto): Promise<LearningView> {
    return this.learning.recordCourse(actor, body);
  }

  @Delete('courses/:id')
  @Permit(learningPolicy, 'course.record')
  @HttpCode(204)
  async removeCourse(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    return this.learning.remove(actor, 'courses', id);
  }

  @Post('competences')
  @Permit(learningPolicy, 'competence.record')
  async recordCompetence(
    @CurrentActor() actor: HatActor,
    @Body() body: CompetenceDto,
  ): Promise<LearningView> {
    return this.learning.recordCompetence(actor, body);
  }

  @Delete('competences/:id')
  @Permit(learningPolicy, 'competence.record')
  @HttpCode(204)
  async removeCompetence(@CurrentActor() actor: HatActor, @Id() id: string): Promise<void> {
    return this.learning.remove(actor, 'competences', id);
  }
}
