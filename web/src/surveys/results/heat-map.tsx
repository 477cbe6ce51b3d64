import { useTranslation } from 'react-i18next';
import { TextLink } from '../../ui/link';
import { Pager, type Paging } from '../../ui/pager';
import { SortHead } from '../../ui/sort-head';
import { Status } from '../../ui/status';
import { useFormat } from '../../ui/use-format';
import { HeatCell } from './heat-cell';
import styles from './heat-map.module.css';
import { STEPS } from './palette';
import type { ResultScale, Results, UnitResult } from './views';
import { useHiddenWords, useWording } from './words';

const Response = ({ unit }: { unit: UnitResult }) => {
  const { t } = useTranslation('surveyResults');
  const format = useFormat();
  if (unit.rate === null) return <>{t('map.asked', { count: unit.invited })}</>;
  return (
    <>
      {format.percent(unit.rate, 0)}{' '}
      {t('map.of', { answered: format.number(unit.answered), invited: format.number(unit.invited) })}
      {unit.label !== null && unit.label !== 'good' && (
        <>
          {' '}
          <Status tone={unit.label === 'low' ? 'danger' : 'attention'}>{t(`labels.${unit.label}`)}</Status>
        </>
      )}
    </>
  );
};

type Placed = {
  unit: UnitResult;
  roundId: string;
  /** Whose parts are listed, which need not be named beside each. */
  listed: string | undefined;
};

const Name = ({ unit, roundId, listed }: Placed) => {
  const { t } = useTranslation('surveyResults');
  const name = unit.unitId === null ? t('whole') : unit.name;
  return (
    <th scope="row" className={styles.unit}>
      <TextLink
        to="/survey-results/$roundId/unit"
        params={{ roundId }}
        search={unit.unitId === null ? {} : { unit: unit.unitId }}
      >
        {name}
      </TextLink>
      {unit.above !== null && unit.above !== listed && <span className={styles.small}>{unit.above}</span>}
      <span className={styles.small}>
        <Response unit={unit} />
      </span>
      {unit.parts > 0 && unit.unitId !== null && (
        <span className={styles.small}>
          <TextLink to="/survey-results" search={{ round: roundId, under: unit.unitId }}>
            {t('map.parts', { count: unit.parts })}
          </TextLink>
        </span>
      )}
    </th>
  );
};

const Row = ({ scales, ...placed }: Placed & { scales: ResultScale[] }) => {
  const { unit } = placed;
  const hidden = useHiddenWords();
  return (
    <tr className={unit.unitId === null ? styles.whole : undefined}>
      <Name {...placed} />
      {unit.reason !== null ? (
        <td colSpan={scales.length} className={`${styles.hidden} ${styles.why}`}>
          {hidden(unit)}
        </td>
      ) : (
        scales.map((scale, index) => {
          const cell = unit.scales[index];
          return cell === undefined ? (
            <td key={scale.id} />
          ) : (
            <HeatCell key={scale.id} cell={cell} scale={scale} />
          );
        })
      )}
    </tr>
  );
};

const Legend = () => {
  const { t } = useTranslation('surveyResults');
  return (
    <ul className={styles.legend}>
      {STEPS.map((step) => (
        <li key={step}>
          <span className={`${styles.key} ${styles[step]}`} aria-hidden="true" />
          {t(`steps.${step}`)}
        </li>
      ))}
      <li>{t('map.legend')}</li>
    </ul>
  );
};

type Props = { view: Results; sort: string | undefined; onSort: (by: string) => void; paging: Paging };

/** Units by scales. On a phone it is pushed sideways, the names stay. */
export const HeatMap = ({ view, sort, onSort, paging }: Props) => {
  const { t } = useTranslation('surveyResults');
  const wording = useWording();
  const { scales, round } = view;
  const listed = view.path.at(-1)?.name;
  const sorting = { by: sort ?? 'name', onSort };
  return (
    <>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('map.title')}>
        <table className={styles.table}>
          <caption className="only-heard">{t('map.caption')}</caption>
          <thead>
            <tr>
              <SortHead
                column={{ key: 'name', head: t('map.unit'), sortable: true }}
                sorting={sorting}
                className={styles.unit}
              />
              {scales.map((scale) => (
                <SortHead
                  key={scale.id}
                  column={{
                    key: `scale:${scale.id}`,
                    head: wording(scale.name),
                    number: true,
                    sortable: true,
                  }}
                  sorting={sorting}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            <Row unit={view.whole} scales={scales} roundId={round.id} listed={listed} />
            {view.items.map((unit) => (
              <Row key={unit.unitId} unit={unit} scales={scales} roundId={round.id} listed={listed} />
            ))}
          </tbody>
        </table>
      </div>
      <Legend />
      {view.total > 0 && <Pager {...paging} />}
    </>
  );
};
