import type { Texts } from '../da';
import { absence } from './absence';
import { access } from './access';
import { app } from './app';
import { cases } from './cases';
import { organisations } from './organisations';
import { partnerships } from './partnerships';
import { people } from './people';
import { signals } from './signals';

export const en: Texts = { app, access, absence, organisations, people, signals, cases, partnerships };
