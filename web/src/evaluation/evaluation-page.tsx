import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice';
import { PageHeader } from '../ui/page-header';
import { Section, Stack } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { BasisModal } from './basis-modal';
import { BasisSection } from './basis-section';
import { basesQuery, type PanelBases } from './queries';

const Reminder = ({ items }: Pick<PanelBases, 'items'>) => {
  const { t } = useTranslation('evaluation');
  const due = items.flatMap(({ deliveries }) => deliveries.filter(({ attestationDue }) => attestationDue));
  if (due.length === 0) return null;
  return (
    <Notice tone="attention" title={t('reminder.title', { count: due.length })}>
      {t('reminder.hint')}
    </Notice>
  );
};

const Bases = ({ bases }: { bases: PanelBases }) => {
  const { t } = useTranslation('evaluation');
  const [opened, { open, close }] = useDisclosure(false);
  const mayDecide = bases.abilities.includes('panel.decide');
  const hasRecipient = bases.recipients.length > 0;
  const record = mayDecide && hasRecipient && <Button onClick={open}>{t('record')}</Button>;
  return (
    <Stack>
      <Reminder items={bases.items} />
      {bases.items.length === 0 ? (
        <Section title={t('list')}>
          <Empty title={t('none')} icon="lock" action={record}>
            {t(hasRecipient ? 'noneHint' : 'noRecipients')}
          </Empty>
        </Section>
      ) : (
        <>
          {record !== false && <div>{record}</div>}
          {bases.items.map((basis) => (
            <BasisSection key={basis.id} basis={basis} mayDecide={mayDecide} />
          ))}
        </>
      )}
      {hasRecipient && <BasisModal opened={opened} recipients={bases.recipients} onClose={close} />}
    </Stack>
  );
};

/** What an employer hands to an evaluator about persons: on what, decided by two, to whom, and until when. */
export const EvaluationPage = () => {
  const { t } = useTranslation('evaluation');
  const query = useQuery(basesQuery);
  return (
    <>
      <PageHeader title={t('title')} meta={t('intro')} />
      <Answer query={query} lines={8}>
        {(bases) => <Bases bases={bases} />}
      </Answer>
    </>
  );
};
