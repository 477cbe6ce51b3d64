/** Only a path of our own may be the place to go on to. */
export const ownPath = (to: string | undefined): string =>
  to !== undefined && /^\/(?![/\\])/.test(to) ? to : '/';
