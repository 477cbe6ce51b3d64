import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Day, Period } from '../ui/day';
import { Progress } from '../ui/progress';
import { Section } from '../ui/section';
import { Answer } from '../ui/states';
import { reportFile, reportQuery } from './queries';
import { ReportTable } from './report-table';
import { HiddenLegend } from './hidden-legend';
import type { ReportView } from './views';

type Props = { partnershipId: string; reportId: string; label: string };

const Downloads = ({ partnershipId, reportId }: Omit<Props, 'label'>) => {
  const { t } = useTranslation('partnerships');
  return (
    <Group gap="xs" className="no-print">
      {(['pdf', 'xlsx'] as const).map((form) => (
        <Button
          key={form}
          component="a"
          href={reportFile(partnershipId, reportId, form)}
          download
          size="compact-sm"
          variant={form === 'pdf' ? 'filled' : 'default'}
        >
          {t(`download.${form}`)}
        </Button>
      ))}
    </Group>
  );
};

const Figures = ({
  report,
  partnershipId,
  label,
}: {
  report: ReportView;
  partnershipId: string;
  label: string;
}) => {
  const { t } = useTranslation('partnerships');
  return (
    <>
      <Section title={label} aside={<Downloads partnershipId={partnershipId} reportId={report.id} />} flush>
        <ReportTable workplaces={report.workplaces} />
      </Section>
      <HiddenLegend workplaces={report.workplaces} />
      <div className="basis">
        {report.comparison === null ? (
          <p>{t('noComparison')}</p>
        ) : (
          <p>
            {t('comparedWith')} <Period {...report.comparison} />.
          </p>
        )}
        {report.knownUntil !== null && (
          <p>
            {t('knownUntil')} <Day on={report.knownUntil} />.
          </p>
        )}
        {report.basis.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </>
  );
};

export const Report = ({ partnershipId, reportId, label }: Props) => {
  const { t } = useTranslation('partnerships');
  const report = useQuery(reportQuery(partnershipId, reportId));
  return (
    <Answer query={report} lines={8}>
      {(view) =>
        view.state === 'building' ? (
          <Section title={label}>
            <Progress label={t('building')} share={view.progress === 0 ? null : view.progress} />
          </Section>
        ) : (
          <Figures report={view} partnershipId={partnershipId} label={label} />
        )
      }
    </Answer>
  );
};
