import { useTranslation } from 'react-i18next';
import { Day } from '../ui/day';
import { Facts } from '../ui/facts';
import { useFormat } from '../ui/use-format';
import { useWord } from '../ui/use-word';
import { SubjectLink } from './case-subject';
import type { CaseView } from './views';

export const CaseFacts = ({ view }: { view: CaseView }) => {
  const { t } = useTranslation('cases');
  const format = useFormat();
  const word = useWord();
  const unitCase = view.subject.kind === 'unit';
  const given = [
    { label: t('columns.subject'), value: <SubjectLink subject={view.subject} /> },
    { label: t('columns.unit'), value: view.subject.unitName },
    { label: t('columns.owner'), value: view.ownerName },
    { label: t('columns.opened'), value: <Day on={view.openedOn} /> },
  ];
  const person =
    unitCase || view.absenceDay === null
      ? []
      : [{ label: t('absenceDay'), value: format.number(view.absenceDay) }];
  const unit = unitCase
    ? [
        { label: t('theme'), value: view.theme === '' ? '–' : view.theme },
        { label: t('measures'), value: view.measures === '' ? '–' : view.measures },
        { label: t('environmentGroup'), value: <Day on={view.environmentGroupInformedOn} /> },
      ]
    : [];
  const closed =
    view.closedOn === null
      ? []
      : [
          { label: t('closedOn'), value: <Day on={view.closedOn} /> },
          {
            label: t('outcome'),
            value: view.outcome === null ? '–' : word('cases', 'outcomes', view.outcome),
          },
        ];
  return <Facts items={[...given, ...person, ...unit, ...closed]} />;
};
