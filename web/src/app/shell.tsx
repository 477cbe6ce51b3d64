import { AppShell, Burger } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { DatesProvider } from '@mantine/dates';
import '@mantine/dates/styles.css';
import 'dayjs/locale/da';
import 'dayjs/locale/en-gb';
import { Link, Outlet, useRouteContext, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from './brand';
import { HatMenu } from './hat-menu';
import { Navigation } from './nav';
import styles from './shell.module.css';
import { SkipLink } from './skip-link';

/** After a change of page the reading begins at its content, not at the link that was followed. */
const useFocusOnArrival = (onArrival: () => void) => {
  const router = useRouter();
  const main = useRef<HTMLElement>(null);
  useEffect(
    () =>
      router.subscribe('onResolved', ({ pathChanged, fromLocation }) => {
        if (!pathChanged || fromLocation === undefined) return;
        onArrival();
        main.current?.focus({ preventScroll: true });
      }),
    [router, onArrival],
  );
  return main;
};

export const Shell = () => {
  const { t, i18n } = useTranslation();
  const { session, hat } = useRouteContext({ from: '/house' });
  const [opened, { toggle, close }] = useDisclosure(false);
  const main = useFocusOnArrival(close);
  return (
    <DatesProvider settings={{ locale: i18n.language === 'da' ? 'da' : 'en-gb', firstDayOfWeek: 1 }}>
      <SkipLink onSkip={() => main.current?.focus()} />
      <AppShell
        header={{ height: 54 }}
        navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !opened } }}
        padding={{ base: 'md', sm: 'lg' }}
      >
        <AppShell.Header>
          <div className={styles.bar}>
            <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('menu')} />
            <Link to="/" className={styles.brand}>
              <Mark /> Nærvær
            </Link>
            <HatMenu session={session} hat={hat} />
          </div>
        </AppShell.Header>
        <AppShell.Navbar aria-label={t('mainMenu')}>
          <Navigation role={hat.role} onFollow={close} />
        </AppShell.Navbar>
        <AppShell.Main id="content" ref={main} tabIndex={-1} className={styles.main}>
          <div className={styles.page}>
            <Outlet />
          </div>
        </AppShell.Main>
      </AppShell>
    </DatesProvider>
  );
};
