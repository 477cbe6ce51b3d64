import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ContactList } from '../cases/contact-list';
import { Day } from '../ui/day';
import { TextLink } from '../ui/link';
import { Notice } from '../ui/notice';
import { PageHeader } from '../ui/page-header';
import { Columns, Section, Stack } from '../ui/section';
import { Answer } from '../ui/states';
import { signalQuery } from './queries';
import { SignalActions } from './signal-actions';
import { SignalFactsView } from './signal-facts';
import { SignalHistory } from './signal-history';
import { RuleName, SignalStateWord } from './signal-words';
import { useRuleName } from './use-rule-name';
import { signalSubject } from './signal-subject';
import type { SignalView } from './views';

const route = getRouteApi('/house/signals/$signalId');

const Header = ({ signal }: { signal: SignalView }) => {
  const { t } = useTranslation('signals');
  const ruleName = useRuleName();
  return (
    <PageHeader
      title={signalSubject(signal)}
      tabTitle={ruleName(signal.rule)}
      path={[
        <TextLink key="list" to="/signals">
          {t('title')}
        </TextLink>,
      ]}
      meta={
        <>
          <RuleName signal={signal} /> · {signal.unitName} · <SignalStateWord signal={signal} />
        </>
      }
      actions={<SignalActions signal={signal} />}
    />
  );
};

/** Why a signal no longer asks for anything. */
const Over = ({ signal }: { signal: SignalView }) => {
  const { t } = useTranslation('signals');
  if (signal.state === 'withdrawn') return <Notice tone="quiet">{t('withdrawn')}</Notice>;
  if (signal.reasonEndedOn === null) return null;
  return (
    <Notice tone="quiet">
      {t('reasonEnded')} <Day on={signal.reasonEndedOn} />.
    </Notice>
  );
};

export const SignalPage = () => {
  const { t } = useTranslation('signals');
  const { signalId } = route.useParams();
  const signal = useQuery(signalQuery(signalId));
  return (
    <Answer query={signal} lines={8} level="page">
      {(view) => (
        <>
          <Header signal={view} />
          <Over signal={view} />
          <Columns>
            <Section title={t('facts.title')}>
              <SignalFactsView signal={view} />
            </Section>
            <Stack>
              <Section title={t('contact.title')} flush>
                <ContactList contacts={view.contacts} />
              </Section>
              <Section title={t('history.title')}>
                <SignalHistory events={view.history} />
              </Section>
            </Stack>
          </Columns>
        </>
      )}
    </Answer>
  );
};
