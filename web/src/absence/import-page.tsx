import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Day } from '../ui/day';
import { TextLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { Stack } from '../ui/section';
import { Answer } from '../ui/states';
import { useWord } from '../ui/use-word';
import { ImportMapping } from './import-mapping';
import { ImportOutcome } from './import-outcome';
import { importQuery, isMoving } from './import-queries';
import { ImportSteps, stepOf } from './import-steps';
import { ImportTrial } from './import-trial';
import { ImportStateWord } from './import-words';
import { ImportWorking } from './import-working';
import { Rejections } from './rejections';
import type { ImportView } from './views';

const route = getRouteApi('/house/imports/$importId');

/** What there is to do, or to wait for, or to read, at each point of an import. */
const Stage = ({ view }: { view: ImportView }) => {
  const [remapping, setRemapping] = useState(false);
  if (isMoving(view.state)) return <ImportWorking view={view} />;
  if (view.state === 'uploaded' || remapping)
    return <ImportMapping view={view} onTried={() => setRemapping(false)} />;
  if (view.state === 'analysed') return <ImportTrial view={view} onRemap={() => setRemapping(true)} />;
  return <ImportOutcome view={view} onRemap={() => setRemapping(true)} />;
};

const hasRemarks = ({ counts, state }: ImportView): boolean =>
  counts !== null && (counts.rejected > 0 || counts.warnings > 0) && !isMoving(state);

const Header = ({ view }: { view: ImportView }) => {
  const { t } = useTranslation('absence');
  const word = useWord();
  return (
    <PageHeader
      title={view.fileName}
      path={[
        <TextLink key="list" to="/imports">
          {t('imports.title')}
        </TextLink>,
      ]}
      meta={
        <>
          {t(`imports.kinds.${view.kind}`)} · {word('absence', 'sources', view.source)} ·{' '}
          {t('imports.dataAsOf')} <Day on={view.dataAsOf} /> · <ImportStateWord state={view.state} />
        </>
      }
    />
  );
};

export const ImportPage = () => {
  const { importId } = route.useParams();
  const one = useQuery(importQuery(importId));
  return (
    <Answer query={one} lines={8} level="page">
      {(view) => (
        <>
          <Header view={view} />
          <ImportSteps current={stepOf(view.state)} />
          <Stack>
            <Stage view={view} />
            {hasRemarks(view) && <Rejections importId={view.id} />}
          </Stack>
        </>
      )}
    </Answer>
  );
};
