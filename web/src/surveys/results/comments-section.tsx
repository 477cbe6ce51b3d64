import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Pager } from '../../ui/pager';
import { Section } from '../../ui/section';
import { Answer, Empty } from '../../ui/states';
import { commentsQuery } from './queries';
import styles from './results-page.module.css';

const route = getRouteApi('/house/survey-results/$roundId/unit');

type Props = { roundId: string; unitId: string | undefined; can: boolean };

const Comments = ({ roundId, unitId }: Omit<Props, 'can'>) => {
  const { t } = useTranslation('surveyResults');
  const { page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const comments = useQuery(commentsQuery(roundId, unitId, page));
  return (
    <Answer query={comments}>
      {(list) => {
        if (list.reason !== null)
          return (
            <Empty title={t('comments.hidden')}>
              {t(`comments.${list.reason === 'complementary' ? 'beside' : 'few'}`, {
                needs: list.needs ?? 0,
              })}
            </Empty>
          );
        if (list.total === 0) return <Empty title={t('comments.none')} />;
        return (
          <>
            <ul className={styles.comments}>
              {list.items.map(({ words }, index) => (
                <li key={index}>{words}</li>
              ))}
            </ul>
            <Pager
              {...list}
              onPage={(next) =>
                void navigate({ search: (old) => ({ ...old, page: next }), resetScroll: false })
              }
            />
          </>
        );
      }}
    </Answer>
  );
};

/** What was written, in an order drawn by lot. Whoever may not read it is not shown that there is any. */
export const CommentsSection = ({ roundId, unitId, can }: Props) => {
  const { t } = useTranslation('surveyResults');
  if (!can) return null;
  return (
    <Section title={t('comments.title')}>
      <p className={styles.quiet}>{t('comments.hint')}</p>
      <Comments roundId={roundId} unitId={unitId} />
    </Section>
  );
};
