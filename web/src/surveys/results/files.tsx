import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ResultsFilter } from './queries';

const FORMATS = ['csv', 'xlsx'] as const;

/** What the screen shows, under its filters, as a file. */
export const Files = ({ roundId, filter }: { roundId: string; filter: ResultsFilter }) => {
  const { t, i18n } = useTranslation('surveyResults');
  const { under, show, name, sort } = filter;
  const query = new URLSearchParams({ language: i18n.language });
  for (const [key, value] of Object.entries({ under, show, name, sort }))
    if (value !== undefined) query.set(key, value);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default">{t('export')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={`/api/survey-results/${roundId}/document.${format}?${query.toString()}`}
            download
          >
            {t(`files.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
