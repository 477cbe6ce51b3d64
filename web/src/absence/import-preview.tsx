import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Views } from '../api/client';
import { DataTable, type Column } from '../ui/data-table';
import { Section } from '../ui/section';
import { Answer } from '../ui/states';
import { previewQuery } from './import-queries';

type Row = Views['PreviewRowView'];

/** The first rows as they stand in the file. */
export const ImportPreview = ({ importId }: { importId: string }) => {
  const { t } = useTranslation('absence');
  const preview = useQuery(previewQuery(importId));
  const columnsOf = (headers: string[]): Column<Row>[] => [
    { key: 'line', head: t('imports.line'), number: true, cell: ({ line }) => line },
    ...headers.map((head, index) => ({
      key: `${index}`,
      head,
      cell: ({ cells }: Row) => cells[index] ?? '',
    })),
  ];
  return (
    <Section title={t('imports.preview')} flush>
      <Answer query={preview}>
        {({ columns, rows }) => (
          <DataTable
            caption={t('imports.preview')}
            columns={columnsOf(columns)}
            rows={rows}
            rowKey={({ line }) => String(line)}
            empty={null}
            onPhone="scroll"
          />
        )}
      </Answer>
    </Section>
  );
};
