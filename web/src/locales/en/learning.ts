import type { Texts } from '../da';

export const learning: Texts['learning'] = {
  title: 'Learning track',
  intro: 'Courses and competence by counts. Who was there is not kept.',
  save: 'Save',
  saved: 'Saved.',
  act: 'Act',
  remove: 'Remove',
  removed: 'Removed.',
  skillHint: 'Ask the question anonymously under Surveys: choose “Learning track”.',
  course: {
    list: 'Courses',
    add: 'New course',
    title: 'Course',
    heldOn: 'Held',
    hours: 'Hours',
    invited: 'Invited',
    attended: 'Attended',
    none: 'No courses yet',
    noneHint: 'Record the first one, and it counts in the partnership’s figures.',
  },
  competence: {
    list: 'Competence',
    add: 'New count',
    name: 'Competence',
    countedOn: 'Counted',
    needed: 'Should have it',
    holding: 'Have it',
    share: 'Share',
    none: 'No counts yet',
    noneHint: 'The last count of each competence is what counts.',
  },
};
