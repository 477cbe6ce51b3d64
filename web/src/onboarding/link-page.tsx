import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../api/problem';
import { useLinkToken } from '../access/link-token';
import { Mark } from '../app/brand';
import { LanguageSwitch } from '../app/language-switch';
import { Day } from '../ui/day';
import { Section } from '../ui/section';
import { Answer } from '../ui/states';
import styles from './link-page.module.css';
import { OwnCheckIns } from './own-check-ins';
import { OwnSteps } from './own-steps';
import { linkPageQuery, wantTalk } from './queries';
import { useOwnAct } from './use-own-act';
import type { LinkPageView } from './views';

const Contacts = ({ view }: { view: LinkPageView }) => {
  const { t } = useTranslation('onboarding');
  if (view.leaderName === null && view.buddyName === null) return null;
  return (
    <p className={styles.contacts}>
      <strong>{t('page.contacts')}</strong>
      {view.leaderName !== null && <span>{t('page.leader', { name: view.leaderName })}</span>}
      {view.buddyName !== null && <span>{t('page.buddy', { name: view.buddyName })}</span>}
    </p>
  );
};

const Talk = ({ view, secret }: { view: LinkPageView; secret: string }) => {
  const { t } = useTranslation('onboarding');
  const want = useOwnAct(secret, (wanted: boolean) => wantTalk({ secret, wanted }));
  const isWanted = view.talkWantedOn !== null;
  return (
    <Section title={t('page.talk')}>
      <Text size="sm" mb="sm" role={isWanted ? 'status' : undefined}>
        {t(isWanted ? 'page.wanted' : 'page.talkHint')}
      </Text>
      <Button
        fullWidth
        variant={isWanted ? 'default' : 'filled'}
        loading={want.isPending}
        onClick={() => want.mutate(!isWanted)}
      >
        {t(isWanted ? 'page.unwant' : 'page.want')}
      </Button>
    </Section>
  );
};

const Page = ({ view, secret }: { view: LinkPageView; secret: string }) => {
  const { t } = useTranslation('onboarding');
  const { firstName: name, employerName: employer, unitName: unit } = view;
  return (
    <>
      <header className={styles.head}>
        <h1>{t(view.holder === 'employee' ? 'page.title' : 'page.titleBuddy', { name })}</h1>
        <p>
          {t('page.at', { unit, employer })} · {t('page.starts')} <Day on={view.startsOn} />
        </p>
        <Contacts view={view} />
      </header>
      <OwnSteps view={view} secret={secret} />
      {view.checkIns.length > 0 && <OwnCheckIns view={view} secret={secret} />}
      {view.holder === 'employee' && <Talk view={view} secret={secret} />}
      <p className={styles.foot}>
        {t('page.expires')} <Day on={view.expiresOn} />. {t('page.keep')}
      </p>
    </>
  );
};

/** Nothing is gained by trying again: only another link opens the page. */
const Closed = () => {
  const { t } = useTranslation('onboarding');
  return (
    <header className={styles.head}>
      <h1>{t('page.closed')}</h1>
      <p>{t('page.closedHint')}</p>
    </header>
  );
};

/** Where the link of a new employee or a buddy leads: no login, a telephone first. */
export const LinkPage = () => {
  const { t } = useTranslation('onboarding');
  const secret = useLinkToken();
  const page = useQuery({ ...linkPageQuery(secret), enabled: secret !== '' });
  const isClosed = secret === '' || (page.error !== null && problemOf(page.error).code === 'link-not-usable');
  useEffect(() => {
    document.title = `${t('page.tab')} · Nærvær`;
  }, [t]);
  return (
    <div className={styles.ground}>
      <header className={styles.bar}>
        <span className={styles.brand}>
          <Mark size={24} /> Nærvær
        </span>
        <LanguageSwitch />
      </header>
      <main className={styles.page}>
        {isClosed ? (
          <Closed />
        ) : (
          <Answer query={page} lines={8} level="page">
            {(view) => <Page view={view} secret={secret} />}
          </Answer>
        )}
      </main>
    </div>
  );
};
