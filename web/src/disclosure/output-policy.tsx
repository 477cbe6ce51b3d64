import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table';
import { Section } from '../ui/section';
import { Answer } from '../ui/states';
import { useLimitText } from './limit-text';
import { outputPolicyQuery } from './queries';
import { RaiseLimitsModal } from './raise-limits-modal';
import { LIMITS, type Limit, type OutputPolicy as Policy } from './views';

const useColumns = ({ limits, policy }: Policy): Column<Limit>[] => {
  const { t } = useTranslation('disclosure');
  const text = useLimitText();
  return [
    { key: 'what', head: t('what'), main: true, cell: (limit) => t(`limits.${limit}`) },
    { key: 'here', head: t('here'), number: true, cell: (limit) => text(limit, limits[limit]) },
    { key: 'policy', head: t('policy'), number: true, cell: (limit) => text(limit, policy[limit]) },
  ];
};

const Numbers = ({ policy }: { policy: Policy }) => {
  const { t } = useTranslation('disclosure');
  const columns = useColumns(policy);
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={[...LIMITS]}
      rowKey={(limit) => limit}
      empty={null}
    />
  );
};

const RaiseButton = ({ policy }: { policy: Policy }) => {
  const { t } = useTranslation('disclosure');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        {t('change')}
      </Button>
      {opened && <RaiseLimitsModal policy={policy} onClose={close} />}
    </>
  );
};

/** How large a group must be before a figure about it leaves the employer; an employer may ask for more, never less. */
export const OutputPolicy = () => {
  const { t } = useTranslation('disclosure');
  const policy = useQuery(outputPolicyQuery);
  const found = policy.data;
  return (
    <Section
      title={t('title')}
      aside={found?.abilities.includes('limit.raise') ? <RaiseButton policy={found} /> : undefined}
    >
      <Answer query={policy} lines={5}>
        {(numbers) => (
          <>
            <Numbers policy={numbers} />
            <p className="basis">{t('intro')}</p>
          </>
        )}
      </Answer>
    </Section>
  );
};
