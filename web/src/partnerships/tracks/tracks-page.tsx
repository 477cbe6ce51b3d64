import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Day, Moment } from '../../ui/day';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/section';
import { Answer, Empty, Failure } from '../../ui/states';
import { useWord } from '../../ui/use-word';
import { PartnershipFrame } from '../partnership-frame';
import { PeriodChoice } from '../period-choice';
import type { ReportPeriod } from '../views';
import { releaseTracks, tracksQuery, type TrackRelease } from './queries';
import { HelpSection } from './help-section';
import { SkillSection } from './skill-section';
import { TrackTable } from './track-table';

const route = getRouteApi('/house/partnerships/$partnershipId/tracks');

const Reasons = ({ release }: { release: TrackRelease }) => {
  const { t } = useTranslation('partnerships');
  const word = useWord();
  const figures = [...release.tracks.flatMap((track) => track.figures), ...release.help];
  const reasons = figures.flatMap(({ reason }) => reason ?? []);
  const told = [...new Set(reasons)].filter((reason) => reason !== 'nothing');
  if (told.length === 0) return null;
  return (
    <Notice tone="quiet" title={t('hidden.title')}>
      {told.map((reason) => (
        <p key={reason}>{word('partnerships', 'hidden', reason)}</p>
      ))}
    </Notice>
  );
};

type Asked = { partnershipId: string; period: ReportPeriod };

const Release = ({ partnershipId, period, again }: Asked & { again: boolean }) => {
  const { t } = useTranslation('partnerships');
  const client = useQueryClient();
  const release = useMutation({
    mutationFn: () => releaseTracks(partnershipId, period),
    onSuccess: (made) => client.setQueryData(tracksQuery(partnershipId, period).queryKey, made),
  });
  return (
    <>
      {release.error !== null && <Failure error={release.error} />}
      <Button
        size={again ? 'compact-sm' : 'sm'}
        variant={again ? 'default' : 'filled'}
        loading={release.isPending}
        onClick={() => release.mutate()}
      >
        {t(again ? 'tracks.releaseAgain' : 'tracks.release')}
      </Button>
    </>
  );
};

const Released = ({ release, ...asked }: Asked & { release: TrackRelease }) => {
  const { t } = useTranslation('partnerships');
  const mayRelease = release.abilities.includes('track-figure.release');
  if (release.releasedAt === null)
    return (
      <Section title={t('tracks.title')}>
        <Empty
          title={t('tracks.notReleased')}
          icon="partnerships"
          action={mayRelease && <Release {...asked} again={false} />}
        >
          {t('notBuiltHint')}
        </Empty>
      </Section>
    );
  return (
    <>
      {release.tracks.map((figures) => (
        <Fragment key={figures.track}>
          <TrackTable {...figures} />
          {figures.track === 'prevention' && <HelpSection help={release.help} sources={figures.sources} />}
        </Fragment>
      ))}
      <SkillSection skills={release.skills} />
      <Reasons release={release} />
      <p className="basis">
        {t('tracks.released')} <Moment at={release.releasedAt} />
        {release.knownUntil !== null && (
          <>
            {' '}
            · {t('tracks.knownUntil')} <Day on={release.knownUntil} />
          </>
        )}{' '}
        · {t('tracks.manner')}
      </p>
      {mayRelease && (
        <div className="no-print">
          <Release {...asked} again />
        </div>
      )}
    </>
  );
};

const OfPeriod = (asked: Asked) => {
  const release = useQuery(tracksQuery(asked.partnershipId, asked.period));
  return (
    <Answer query={release} lines={8}>
      {(found) => <Released {...asked} release={found} />}
    </Answer>
  );
};

/** The three tracks' own indicators, in calendar cuts, as they were released under the output policy. */
export const TracksPage = () => {
  const { partnershipId } = route.useParams();
  const asked = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <PartnershipFrame partnershipId={partnershipId}>
      {({ id, periods }) => (
        <PeriodChoice periods={periods} asked={asked} onChoose={(search) => void navigate({ search })}>
          {(period) => <OfPeriod partnershipId={id} period={period} />}
        </PeriodChoice>
      )}
    </PartnershipFrame>
  );
};
