import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Section } from '../ui/section';
import { Answer } from '../ui/states';
import { signalsQuery } from './queries';
import { SignalList } from './signal-list';

export const PersonSignals = ({ personId }: { personId: string }) => {
  const { t } = useTranslation('signals');
  const signals = useQuery(signalsQuery({ personId, state: 'all', sort: '-raisedOn', pageSize: 20 }));
  return (
    <Section title={t('title')} flush>
      <Answer query={signals}>{({ items }) => <SignalList signals={items} withPerson={false} />}</Answer>
    </Section>
  );
};
