import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHat } from '../access/use-hat';
import { DataTable, type Column } from '../ui/data-table';
import { Section } from '../ui/section';
import { Answer } from '../ui/states';
import { Status } from '../ui/status';
import { useFormat } from '../ui/use-format';
import { useWord } from '../ui/use-word';
import { rejectionsFile, rejectionsQuery } from './import-queries';
import type { Rejection } from './views';

const route = getRouteApi('/house/imports/$importId');

const useColumns = (): Column<Rejection>[] => {
  const { t } = useTranslation('absence');
  const format = useFormat();
  const word = useWord();
  return [
    { key: 'line', head: t('imports.line'), number: true, cell: ({ line }) => format.number(line) },
    {
      key: 'severity',
      head: t('imports.severity'),
      cell: ({ severity }) => (
        <Status tone={severity === 'rejected' ? 'danger' : 'attention'}>
          {t(`imports.severities.${severity}`)}
        </Status>
      ),
    },
    { key: 'reason', head: t('imports.reason'), main: true, cell: ({ message }) => message },
    {
      key: 'field',
      head: t('imports.field'),
      cell: ({ field, cells }) => {
        if (field === null) return '–';
        const name = word('absence', 'imports.fields', field);
        const cell = cells?.[field];
        return cell === undefined ? name : `${name}: ${cell}`;
      },
    },
  ];
};

/** Rows that were not taken, or were taken with a remark: none is lost. */
export const Rejections = ({ importId }: { importId: string }) => {
  const { t } = useTranslation('absence');
  const { page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const { role } = useHat();
  const rejections = useQuery(rejectionsQuery(importId, page));
  const columns = useColumns();
  const file = role === 'hr-manager' && (
    <Button component="a" href={rejectionsFile(importId)} download size="compact-sm" variant="default">
      {t('imports.downloadRejections')}
    </Button>
  );
  return (
    <Section title={t('imports.rejections')} aside={file} flush>
      <Answer query={rejections}>
        {(list) => (
          <DataTable
            caption={t('imports.rejections')}
            columns={columns}
            rows={list.items}
            rowKey={({ line, code }) => `${line} ${code}`}
            empty={null}
            paging={{
              ...list,
              onPage: (next) => void navigate({ search: (old) => ({ ...old, page: next }) }),
            }}
          />
        )}
      </Answer>
    </Section>
  );
};
