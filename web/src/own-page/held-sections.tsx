import { Accordion } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table';
import { Day } from '../ui/day';
import { Section } from '../ui/section';
import { useFormat } from '../ui/use-format';
import styles from './own-page.module.css';
import type { HeldSection } from './views';

type Row = { key: string; cells: (string | number | null)[] };
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const Cell = ({ value }: { value: string | number | null }) => {
  const format = useFormat();
  if (value === null || value === '') return <>–</>;
  if (typeof value === 'number') return <>{format.number(value, Number.isInteger(value) ? 0 : 2)}</>;
  return DAY.test(value) ? <Day on={value} /> : <>{value}</>;
};

const Held = ({ held }: { held: HeldSection }) => {
  const columns: Column<Row>[] = held.columns.map((head, index) => ({
    key: String(index),
    head,
    main: index === 0,
    cell: ({ cells }) => <Cell value={cells[index] ?? null} />,
  }));
  const rows = held.rows.map((cells, index) => ({ key: String(index), cells }));
  return (
    <DataTable caption={held.title} columns={columns} rows={rows} rowKey={({ key }) => key} empty={null} />
  );
};

/** Everything that is stored about the reader, by kind; what there is none of is said in one line. */
export const HeldSections = ({ sections }: { sections: HeldSection[] }) => {
  const { t } = useTranslation('ownPage');
  const kept = sections.filter(({ rows }) => rows.length > 0);
  const none = sections.filter(({ rows }) => rows.length === 0).map(({ title }) => title);
  return (
    <Section title={t('held.title')} flush>
      <Accordion multiple order={3}>
        {kept.map((held) => (
          <Accordion.Item key={held.section} value={held.section}>
            <Accordion.Control>
              {t('held.count', { title: held.title, count: held.rows.length })}
            </Accordion.Control>
            <Accordion.Panel>
              <Held held={held} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
      {none.length > 0 && (
        <p className={`basis ${styles.last}`}>{t('held.nothing', { titles: none.join(' · ') })}</p>
      )}
    </Section>
  );
};
