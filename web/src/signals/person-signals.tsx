import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Section } from '../ui/section';
import { Answer } from '../ui/states';
import { signalsQuery } from './queries';
import { SignalList } from './signal-list';

/** As many as say how things have gone; the worklist has them all. */
const SHOWN = 8;

export const PersonSignals = ({ personId }: { personId: string }) => {
  const { t } = useTranslation('signals');
  const signals = useQuery(signalsQuery({ personId, state: 'all', sort: '-raisedOn', pageSize: SHOWN }));
  return (
    <Section title={t('title')} flush>
      <Answer query={signals}>{({ items }) => <SignalList signals={items} withPerson={false} />}</Answer>
    </Section>
  );
};
