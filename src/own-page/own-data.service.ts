import { Injectable } from '@nestjs/common';
import { audit, Clock, Doors, PersonalDataHolders, type HatActor, type Language } from '../access/index.js';
import { wordIn } from './held-words.js';
import { renderOwnData } from './own-data.document.js';
import { ownKeyOf } from './own-key.js';
import { OwnPageService } from './own-page.service.js';
import type { HeldSectionView, LookUpView, OwnSignalView } from './own-page.view.js';

/** Look-ups in one file at most: the page shows them all. */
const LOOK_UPS = 1000;

/** The employee's data to take along, as JSON for a machine and as PDF for a reader (GDPR art. 15(3) and 20). */
@Injectable()
export class OwnDataService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly page: OwnPageService,
    private readonly holders: PersonalDataHolders,
  ) {}

  /** By the names that the product itself uses. */
  async json(actor: HatActor): Promise<object> {
    const key = ownKeyOf(actor);
    const sections = await this.doors.within(actor, key.tenantId, async (tx) => {
      await audit(tx, actor, {
        tenantId: key.tenantId,
        action: 'own-page.download',
        subjectType: 'person',
        subjectIds: [key.personId],
        purpose: 'the employee’s own page',
        detail: { format: 'json' },
      });
      return this.holders.describe(tx, key);
    });
    const held = sections.map(({ section, columns, rows }) => ({
      section,
      rows: rows.map((cells) =>
        Object.fromEntries<string | number | null>(
          columns.map((column, index) => [column, cells[index] ?? null]),
        ),
      ),
    }));
    return {
      madeAt: this.clock.now().toISOString(),
      held: Object.fromEntries<object>(held.map(({ section, rows }) => [section, rows])),
      signals: await this.page.signals(actor),
      lookUps: (await this.lookUps(actor)).map(({ id: _id, ...lookUp }) => lookUp),
    };
  }

  async pdf(actor: HatActor): Promise<Uint8Array> {
    const { name, employerName, sections } = await this.page.read(actor);
    const { language } = actor;
    const kept = sections.filter(({ section, rows }) => section !== 'signals.signals' && rows.length > 0);
    return renderOwnData({
      language,
      name,
      employerName,
      createdAt: this.clock.now(),
      sections: [
        ...kept,
        signalsIn(language, await this.page.signals(actor)),
        lookUpsIn(language, await this.lookUps(actor)),
      ],
    });
  }

  private async lookUps(actor: HatActor): Promise<LookUpView[]> {
    return (await this.page.lookUps(actor, { page: 1, pageSize: LOOK_UPS })).items;
  }
}

const WORDS = {
  da: {
    signals: 'Hvorfor en regel pegede på dig',
    signalColumns: ['Regel', 'Rejst', 'Vindue fra', 'Vindue til', 'Tal', 'Perioder'],
    lookUps: 'Hvem har slået dig op',
    lookUpColumns: ['Dato', 'Rolle', 'Navn', 'Formål'],
  },
  en: {
    signals: 'Why a rule pointed at you',
    signalColumns: ['Rule', 'Raised', 'Window from', 'Window to', 'Count', 'Spells'],
    lookUps: 'Who looked you up',
    lookUpColumns: ['Date', 'Role', 'Name', 'Purpose'],
  },
} as const;

const signalsIn = (language: Language, signals: readonly OwnSignalView[]): HeldSectionView => ({
  section: 'signals',
  title: WORDS[language].signals,
  columns: [...WORDS[language].signalColumns],
  rows: signals.map(({ rule, raisedOn, windowFrom, windowTo, count, spells }) => [
    wordIn(language, rule),
    raisedOn,
    windowFrom,
    windowTo,
    count,
    spells.map(({ firstOn, lastOn }) => `${firstOn} – ${lastOn ?? ''}`).join('\n'),
  ]),
});

const lookUpsIn = (language: Language, lookUps: readonly LookUpView[]): HeldSectionView => ({
  section: 'lookUps',
  title: WORDS[language].lookUps,
  columns: [...WORDS[language].lookUpColumns],
  rows: lookUps.map(({ at, role, name, purpose }) => [
    at.toISOString().slice(0, 10),
    wordIn(language, role),
    name,
    purpose,
  ]),
});
