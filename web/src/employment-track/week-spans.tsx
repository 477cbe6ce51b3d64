import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table';
import { Empty } from '../ui/states';
import { useFormat } from '../ui/use-format';
import { BenefitWord } from './benefit-word';
import { weekNumber } from './strip-weeks';
import type { CitizenSpan } from './views';

const useWeekName = () => {
  const { t } = useTranslation('employmentTrack');
  return (monday: string): string => {
    const thursday = new Date(Date.parse(`${monday}T00:00:00Z`) + 3 * 86_400_000);
    return t('spans.week', { week: weekNumber(monday), year: thursday.getUTCFullYear() });
  };
};

/** Weeks in a row with the same benefit, coach and caseworker; the latest first. */
export const WeekSpans = ({ spans }: { spans: readonly CitizenSpan[] }) => {
  const { t } = useTranslation('employmentTrack');
  const format = useFormat();
  const name = useWeekName();
  const columns: Column<CitizenSpan>[] = [
    {
      key: 'weeks',
      head: t('spans.period'),
      main: true,
      cell: ({ from, to }) => (from === to ? name(from) : `${name(from)} – ${name(to)}`),
    },
    { key: 'count', head: t('spans.count'), number: true, cell: ({ weeks }) => format.number(weeks) },
    { key: 'benefit', head: t('spans.benefit'), cell: ({ benefit }) => <BenefitWord benefit={benefit} /> },
    { key: 'coach', head: t('columns.coach'), cell: ({ coach }) => coach ?? '–' },
    { key: 'caseworker', head: t('columns.caseworker'), cell: ({ caseworker }) => caseworker ?? '–' },
  ];
  return (
    <DataTable
      caption={t('spans.title')}
      columns={columns}
      rows={[...spans].reverse()}
      rowKey={({ from }) => from}
      empty={<Empty title={t('spans.none')} />}
    />
  );
};
