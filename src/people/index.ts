export { reach, mandatedUnits, type Fragment } from './reach.queries.js';
