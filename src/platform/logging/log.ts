import { pino } from 'pino';
import type { LogLevel } from '../../config/env.js';
import type { Log } from '../runtime.js';

/** Lines of JSON on standard output: ids and counts, never a name, a CPR number or free text. */
export const openLog = (level: LogLevel): Log =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
