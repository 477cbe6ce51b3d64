/** What a programme says of whom it is for. */
export interface ProgrammeScope {
  readonly id: string;
  /** Empty: of every job group. */
  readonly jobGroups: readonly string[];
  /** Null: everywhere. */
  readonly unitId: string | null;
}

/** Where a new employee works: the unit with those above it, the root first, and the job group. */
export interface Post {
  readonly path: readonly string[];
  readonly jobGroup: string;
}

/** Depth of the programme's unit above the post, 0 where it is for everywhere, -1 where it is for elsewhere. */
const depthIn = ({ path }: Post, unitId: string | null): number =>
  unitId === null ? 0 : path.indexOf(unitId) + 1 || -1;

/**
 * The programme of a post: of those for its unit and its job group the one whose unit is nearest; of several there the
 * one that names the job group; of several still the one with the lowest id, made first.
 */
export const chooseProgramme = <P extends ProgrammeScope>(programmes: readonly P[], post: Post): P | null => {
  const fitting = programmes.filter(
    ({ jobGroups, unitId }) =>
      depthIn(post, unitId) >= 0 && (jobGroups.length === 0 || jobGroups.includes(post.jobGroup)),
  );
  const [best] = fitting.sort(
    (a, b) =>
      depthIn(post, b.unitId) - depthIn(post, a.unitId) ||
      Number(b.jobGroups.length > 0) - Number(a.jobGroups.length > 0) ||
      (a.id < b.id ? -1 : 1),
  );
  return best ?? null;
};
