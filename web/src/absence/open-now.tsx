import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Section } from '../ui/section';
import { Answer } from '../ui/states';
import { useFormat } from '../ui/use-format';
import { OpenSpellsTable } from './open-spells-table';
import { openSpellsQuery } from './queries';

const SHOWN = 12;

/** Who has been absent since when; the newest first, the others counted. */
export const OpenNow = ({ unitId }: { unitId?: string }) => {
  const { t } = useTranslation('absence');
  const format = useFormat();
  const open = useQuery(openSpellsQuery({ pageSize: SHOWN, ...(unitId === undefined ? {} : { unitId }) }));
  const total = open.data?.total ?? 0;
  return (
    <Section
      title={t('open.title')}
      aside={total > SHOWN ? t('open.newest', { shown: SHOWN, total: format.number(total) }) : undefined}
      flush
    >
      <Answer query={open}>{({ items }) => <OpenSpellsTable spells={items} />}</Answer>
    </Section>
  );
};
