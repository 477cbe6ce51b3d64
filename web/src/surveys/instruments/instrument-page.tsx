import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Day } from '../../ui/day';
import { Facts } from '../../ui/facts';
import { TextLink } from '../../ui/link';
import { PageHeader } from '../../ui/page-header';
import { Section, Stack } from '../../ui/section';
import { Answer } from '../../ui/states';
import { InstrumentActs } from './instrument-acts';
import { ItemsSection, ScalesSection, WordlessItems } from './instrument-content';
import { LicenceSection } from './licence-section';
import { Preview } from './preview';
import { instrumentQuery } from './queries';
import { useWording } from './use-wording';
import type { Instrument, InstrumentPage as Page } from './views';

const route = getRouteApi('/house/instruments/$instrumentId');

const PreviewSection = ({ page }: { page: Page }) => {
  const { t } = useTranslation('instruments');
  const [shown, setShown] = useState(false);
  return (
    <Section
      title={t('preview.title')}
      aside={
        <Button size="xs" variant="default" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t(shown ? 'preview.hide' : 'preview.show')}
        </Button>
      }
    >
      {shown ? <Preview instrument={page.instrument} /> : t('preview.about', { minutes: page.minutes })}
    </Section>
  );
};

const Versions = ({ page }: { page: Page }) => {
  const { t } = useTranslation('instruments');
  if (page.versions.length === 0) return null;
  return (
    <Section title={t('versions.title')}>
      <Facts
        items={page.versions.map(({ version, publishedAt }) => ({
          label: t('versions.version', { version }),
          value: <Day on={publishedAt.slice(0, 10)} />,
        }))}
      />
    </Section>
  );
};

const isWorded = ({ items }: Instrument): boolean =>
  items.some(({ wording }) => wording.da !== '' || wording.en !== '');

const Content = ({ page }: { page: Page }) => {
  const { t } = useTranslation('instruments');
  const words = useWording();
  const { instrument } = page;
  const title = words(instrument.name) || t('unnamed');
  const hasItems = instrument.items.length > 0;
  const hasWords = page.origin !== 'standard' || page.versions.length > 0;
  return (
    <>
      <PageHeader
        title={title}
        path={[
          <TextLink key="all" to="/instruments">
            {t('title')}
          </TextLink>,
        ]}
        meta={page.standard ? words(page.standard.about) : t(`origins.${page.origin}`)}
        actions={<InstrumentActs page={page} />}
      />
      <Stack>
        <LicenceSection page={page} />
        {hasWords && hasItems && <PreviewSection page={page} />}
        {hasItems && isWorded(instrument) && <ItemsSection instrument={instrument} />}
        {hasItems && !isWorded(instrument) && <WordlessItems count={instrument.items.length} />}
        <ScalesSection scales={instrument.scales} />
        <Versions page={page} />
      </Stack>
    </>
  );
};

/** One questionnaire: whose it is, what it asks, how it scores. */
export const InstrumentPage = () => {
  const { instrumentId } = route.useParams();
  const instrument = useQuery(instrumentQuery(instrumentId));
  return (
    <Answer query={instrument} lines={12} level="page">
      {(page) => <Content page={page} />}
    </Answer>
  );
};
