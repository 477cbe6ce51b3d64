import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Day } from '../ui/day';
import { TextLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { Stack } from '../ui/section';
import { Answer } from '../ui/states';
import { ImportSteps, stepOf } from './import-steps';
import { ImportStateWord } from './import-words';
import { ImportMapping } from './import-mapping';
import { ImportOutcome } from './import-outcome';
import { ImportTrial } from './import-trial';
import { ImportWorking } from './import-working';
import { Rejections } from './rejections';
import { importQuery, isMoving } from './queries';
import type { ImportView } from './views';

const route = getRouteApi('/house/imports/$importId');

/** What there is to do, or to wait for, or to read, at each point of an import. */
const Stage = ({ view }: { view: ImportView }) => {
  if (view.state === 'uploaded') return <ImportMapping view={view} />;
  if (isMoving(view.state)) return <ImportWorking view={view} />;
  if (view.state === 'analysed') return <ImportTrial view={view} />;
  return <ImportOutcome view={view} />;
};

const hasRejections = ({ counts }: ImportView): boolean =>
  counts !== null && (counts.rejected > 0 || counts.warnings > 0);

export const ImportPage = () => {
  const { t } = useTranslation('absence');
  const { importId } = route.useParams();
  const one = useQuery(importQuery(importId));
  return (
    <Answer query={one} level="page" lines={8}>
      {(view) => (
        <>
          <PageHeader
            title={view.fileName}
            path={[
              <TextLink key="list" to="/imports">
                {t('imports.title')}
              </TextLink>,
            ]}
            meta={
              <>
                {t(`imports.kinds.${view.kind}`)} · {t('imports.dataAsOf')} <Day on={view.dataAsOf} /> ·{' '}
                <ImportStateWord state={view.state} />
              </>
            }
          />
          <ImportSteps current={stepOf(view.state)} />
          <Stack>
            <Stage view={view} />
            {hasRejections(view) && <Rejections importId={view.id} />}
          </Stack>
        </>
      )}
    </Answer>
  );
};
