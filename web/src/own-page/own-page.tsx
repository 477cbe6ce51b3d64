import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../ui/link';
import { Notice } from '../ui/notice';
import { PageHeader } from '../ui/page-header';
import { Stack } from '../ui/section';
import { Answer } from '../ui/states';
import { BenefitNotice } from './benefit-notice';
import { HeldSections } from './held-sections';
import { LookUps } from './look-ups';
import { OwnRequests } from './own-requests';
import { OwnSignals } from './own-signals';
import { ownPageQuery } from './queries';
import type { OwnPage as OwnPageView } from './views';

const Downloads = () => {
  const { t } = useTranslation('ownPage');
  return (
    <>
      <Button component="a" href="/api/own-page/data.pdf" download variant="default">
        {t('downloadPdf')}
      </Button>
      <Button component="a" href="/api/own-page/data.json" download variant="default">
        {t('downloadJson')}
      </Button>
    </>
  );
};

const Content = ({ page }: { page: OwnPageView }) => {
  const { t } = useTranslation('ownPage');
  return (
    <>
      <PageHeader
        title={page.name}
        tabTitle={t('title')}
        meta={
          <>
            {page.employerName} · {t('intro')}{' '}
            <TextLink to="/rules" underline="always">
              {t('rules')}
            </TextLink>
          </>
        }
        actions={<Downloads />}
      />
      <Stack>
        {page.pausedSince !== null && <Notice tone="calm">{t('paused')}</Notice>}
        <OwnSignals />
        <OwnRequests />
        <LookUps />
        <HeldSections sections={page.sections} />
        <BenefitNotice />
      </Stack>
    </>
  );
};

/** What is stored about the reader, why, who looked, and what can be asked. */
export const OwnPage = () => {
  const page = useQuery(ownPageQuery);
  return (
    <Answer query={page} lines={10} level="page">
      {(view) => <Content page={view} />}
    </Answer>
  );
};
