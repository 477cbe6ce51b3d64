export { fieldShown, reach, type Fragment } from './reach.queries.js';
