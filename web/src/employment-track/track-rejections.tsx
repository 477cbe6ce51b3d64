import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Views } from '../api/client';
import { DataTable, type Column } from '../ui/data-table';
import { Section } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { trackRejectionsQuery } from './queries';

const route = getRouteApi('/house/employment-track/imports');

type Rejection = Views['TrackRejectionView'];

const REASONS = [
  'row-broken',
  'case-number-missing',
  'case-number-too-long',
  'case-number-is-cpr',
  'week-unreadable',
  'week-to-come',
  'week-too-old',
  'benefit-unknown',
  'worker-unreadable',
  'contradicts-another-row',
] as const;
const reasonOf = (code: string): (typeof REASONS)[number] =>
  REASONS.find((known) => known === code) ?? 'row-broken';

/** Rows that could not be taken, with why and how they stood in the file. */
export const Rejections = ({ importId }: { importId: string }) => {
  const { t } = useTranslation('employmentTrack');
  const { rows: page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const rejections = useQuery(trackRejectionsQuery(importId, page));
  const cell = (field: string) => (row: Rejection) => row.cells?.[field] ?? '–';
  const columns: Column<Rejection>[] = [
    { key: 'line', head: t('rejections.line'), main: true, cell: ({ line }) => line },
    { key: 'why', head: t('rejections.why'), cell: ({ code }) => t(`rejections.reasons.${reasonOf(code)}`) },
    { key: 'caseNumber', head: t('columns.caseNumber'), cell: cell('caseNumber') },
    { key: 'week', head: t('rejections.week'), cell: cell('week') },
    { key: 'benefit', head: t('columns.benefit'), cell: cell('benefit') },
    { key: 'coach', head: t('columns.coach'), cell: cell('coach') },
    { key: 'caseworker', head: t('columns.caseworker'), cell: cell('caseworker') },
  ];
  return (
    <Section title={t('rejections.title')} flush>
      <Answer query={rejections} lines={4}>
        {(list) => (
          <DataTable
            caption={t('rejections.title')}
            columns={columns}
            rows={list.items}
            rowKey={({ line }) => `${line}`}
            paging={{
              ...list,
              onPage: (next) =>
                void navigate({ search: (old) => ({ ...old, rows: next }), resetScroll: false }),
            }}
            empty={<Empty title={t('rejections.none')} />}
          />
        )}
      </Answer>
    </Section>
  );
};
