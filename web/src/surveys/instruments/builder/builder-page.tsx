import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../ui/link';
import { Answer, Empty } from '../../../ui/states';
import { instrumentQuery } from '../queries';
import { Builder } from './builder';

const route = getRouteApi('/house/instruments/$instrumentId/draft');

/** Writing a questionnaire of the employer's own. */
export const BuilderPage = () => {
  const { t } = useTranslation('instruments');
  const { instrumentId } = route.useParams();
  const instrument = useQuery(instrumentQuery(instrumentId));
  return (
    <Answer query={instrument} lines={12} level="page">
      {(page) =>
        page.draft !== null && page.abilities.includes('instrument.write') ? (
          <Builder key={page.draft.version} page={page} draft={page.draft} />
        ) : (
          <Empty
            title={t('builder.noDraft')}
            action={
              <ButtonLink to="/instruments/$instrumentId" params={{ instrumentId }} variant="default">
                {t('builder.back')}
              </ButtonLink>
            }
          />
        )
      }
    </Answer>
  );
};
