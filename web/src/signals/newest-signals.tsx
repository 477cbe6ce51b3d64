import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../ui/link';
import { Section } from '../ui/section';
import { Answer } from '../ui/states';
import { signalsQuery } from './queries';
import { SignalList } from './signal-list';

const SHOWN = 7;

export const NewestSignals = () => {
  const { t } = useTranslation('signals');
  const signals = useQuery(signalsQuery({ sort: '-raisedOn', pageSize: SHOWN }));
  return (
    <Section title={t('newest')} aside={<TextLink to="/signals">{t('all')}</TextLink>} flush>
      <Answer query={signals}>{({ items }) => <SignalList signals={items} />}</Answer>
    </Section>
  );
};
