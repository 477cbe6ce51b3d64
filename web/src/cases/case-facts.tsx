import { useTranslation } from 'react-i18next';
import { Day } from '../ui/day';
import { Facts } from '../ui/facts';
import { useFormat } from '../ui/use-format';
import { useWord } from '../ui/use-word';
import { SubjectLink } from './case-subject';
import type { CaseView } from './views';

const written = (text: string): string => (text === '' ? '–' : text);

export const CaseFacts = ({ view }: { view: CaseView }) => {
  const { t } = useTranslation('cases');
  const word = useWord();
  const format = useFormat();
  const helpGiven = ({ contacts }: CaseView): string => {
    const held = contacts.filter(({ reached }) => reached);
    const hours = held.reduce((total, contact) => total + (contact.hours ?? 0), 0);
    return held.length === 0 ? '–' : t('help.given', { count: held.length, hours: format.number(hours, 2) });
  };
  const given = [
    { label: t('columns.subject'), value: <SubjectLink subject={view} /> },
    { label: t('columns.unit'), value: view.unitName },
    { label: t('columns.owner'), value: view.ownerName },
    { label: t('columns.opened'), value: <Day on={view.openedOn} /> },
  ];
  const unit =
    view.subject === 'unit'
      ? [
          { label: t('theme'), value: written(view.theme) },
          { label: t('environmentGroup'), value: <Day on={view.environmentGroupInformedOn} /> },
          { label: t('help.title'), value: helpGiven(view) },
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
  return <Facts items={[...given, ...unit, ...closed]} />;
};
