import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../people/views';
import { Section, Stack } from '../ui/section';
import { Answer } from '../ui/states';
import { AbsenceCalendar } from './absence-calendar';
import { OpenSpellPanel } from './open-spell-panel';
import { PersonNumbers } from './person-numbers';
import { ReportSickModal } from './report-sick-modal';
import { spellsQuery } from './spell-queries';
import { SpellTable } from './spell-table';

/** Reports somebody sick; not offered while they are. */
export const ReportSick = ({ person }: { person: PersonView }) => {
  const { t } = useTranslation('people');
  const spells = useQuery(spellsQuery(person.id));
  const [opened, { open, close }] = useDisclosure(false);
  const absentNow = spells.data?.items.some(({ lastOn }) => lastOn === null) ?? true;
  if (absentNow || spells.data?.abilities.includes('spell.report') !== true) return null;
  return (
    <>
      <Button onClick={open}>{t('report.sick')}</Button>
      <ReportSickModal opened={opened} person={person} onClose={close} />
    </>
  );
};

/** What runs now, the year at a glance, and every spell, newest first. */
export const PersonAbsence = ({ personId }: { personId: string }) => {
  const { t } = useTranslation('people');
  const spells = useQuery(spellsQuery(personId));
  return (
    <Answer query={spells} lines={10}>
      {({ items, abilities }) => {
        const open = items.find(({ lastOn }) => lastOn === null);
        return (
          <Stack>
            {open !== undefined && (
              <OpenSpellPanel spell={open} mayReport={abilities.includes('spell.report')} />
            )}
            <Section title={t('calendar.title')}>
              <AbsenceCalendar spells={items} />
              <PersonNumbers personId={personId} />
            </Section>
            <Section title={t('spells.title')} flush>
              <SpellTable spells={items} abilities={abilities} />
            </Section>
          </Stack>
        );
      }}
    </Answer>
  );
};
