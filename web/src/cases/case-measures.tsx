import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table';
import { Day } from '../ui/day';
import { Section } from '../ui/section';
import { Empty } from '../ui/states';
import { Status, type Tone } from '../ui/status';
import { today } from '../ui/today';
import { MeasureModal } from './measure-modal';
import type { CaseMeasure, CaseView, MeasureStatus } from './views';

const TONES: Record<MeasureStatus, Tone> = { agreed: 'calm', done: 'quiet', dropped: 'quiet' };

const State = ({ measure }: { measure: CaseMeasure }) => {
  const { t } = useTranslation('cases');
  const { status, dueOn, settledOn } = measure;
  if (status === 'agreed' && dueOn !== null && dueOn < today())
    return <Status tone="danger">{t('entryStates.overdue')}</Status>;
  return (
    <Status tone={TONES[status]}>
      {t(`measure.statuses.${status}`)}
      {settledOn !== null && (
        <>
          {' '}
          <Day on={settledOn} />
        </>
      )}
    </Status>
  );
};

const useColumns = (onChange: ((measure: CaseMeasure) => void) | null): Column<CaseMeasure>[] => {
  const { t } = useTranslation('cases');
  return [
    { key: 'measure', head: t('measure.measure'), main: true, cell: ({ measure }) => measure },
    {
      key: 'agreedOn',
      head: t('measure.agreedOn'),
      number: true,
      cell: ({ agreedOn }) => <Day on={agreedOn} />,
    },
    { key: 'dueOn', head: t('measure.dueOn'), number: true, cell: ({ dueOn }) => <Day on={dueOn} /> },
    { key: 'status', head: t('columns.state'), cell: (measure) => <State measure={measure} /> },
    ...(onChange === null
      ? []
      : [
          {
            key: 'act',
            head: t('measure.change'),
            act: true,
            cell: (measure: CaseMeasure) => (
              <Button
                size="compact-xs"
                variant="default"
                className="no-print"
                onClick={() => onChange(measure)}
              >
                {t('measure.change')}
                <span className="only-heard">: {measure.measure}</span>
              </Button>
            ),
          },
        ]),
  ];
};

/** What was agreed for the unit, what is due next on top. */
export const CaseMeasures = ({ view }: { view: CaseView }) => {
  const { t } = useTranslation('cases');
  const [changing, setChanging] = useState<CaseMeasure | null>(null);
  const mayChange = view.state === 'open' && view.abilities.includes('case.change');
  const columns = useColumns(mayChange ? setChanging : null);
  return (
    <Section title={t('measures')} flush>
      <DataTable
        caption={t('measures')}
        columns={columns}
        rows={view.measures}
        rowKey={({ id }) => id}
        empty={<Empty title={t('measure.none')}>{t('measure.noneHint')}</Empty>}
      />
      {changing !== null && (
        <MeasureModal caseId={view.id} measure={changing} onClose={() => setChanging(null)} />
      )}
    </Section>
  );
};
