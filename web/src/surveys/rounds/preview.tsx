import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table';
import { Notice } from '../../ui/notice';
import { Answer, Empty } from '../../ui/states';
import { useFormat } from '../../ui/use-format';
import { previewQuery, type Population, type Preview } from './queries';

type Group = Preview['groups'][number];

/** The reporting groups of a plan: who is reported with whom, and why. */
export const GroupsPreview = ({ population }: { population: Population }) => {
  const { t } = useTranslation('rounds');
  const format = useFormat();
  const preview = useQuery(previewQuery(population));
  const minimum = population.minimum;
  const withWhom = ({ joined }: Group) =>
    joined.length === 0
      ? ''
      : t('make.joined', {
          units: joined
            .map(({ unitName, invited }) =>
              t('make.joinedUnit', { unit: unitName, minimum, people: invited }),
            )
            .join(', '),
        });
  return (
    <Answer query={preview} lines={5}>
      {({ invited, waiting, groups }) =>
        groups.length === 0 && waiting === 0 ? (
          <Notice tone="attention">{t('make.previewNone')}</Notice>
        ) : (
          <>
            <p>
              {t('make.previewTotal', { people: format.number(invited), count: groups.length })}{' '}
              {waiting > 0 &&
                (population.kind === 'newcomers'
                  ? t('make.previewWaiting', { people: waiting })
                  : t('make.previewNone'))}
            </p>
            <DataTable
              caption={t('make.preview')}
              columns={[
                {
                  key: 'group',
                  head: t('columns.group'),
                  main: true,
                  cell: (group: Group) => (
                    <>
                      {group.unitName ?? t('make.whole')}
                      <div style={{ fontSize: '0.8rem' }}>{withWhom(group)}</div>
                    </>
                  ),
                },
                {
                  key: 'invited',
                  head: t('columns.invited'),
                  number: true,
                  cell: (group: Group) => format.number(group.invited),
                },
              ]}
              rows={groups}
              rowKey={(group) => `${group.unitName ?? ''} ${groups.indexOf(group)}`}
              empty={<Empty title={t('make.previewNone')} />}
            />
          </>
        )
      }
    </Answer>
  );
};
