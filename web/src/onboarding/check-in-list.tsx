import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Day } from '../ui/day';
import { Status } from '../ui/status';
import styles from './check-in-list.module.css';
import { useWording } from './use-wording';
import type { CheckIn } from './views';

const Answers = ({ checkIn }: { checkIn: CheckIn }) => {
  const wording = useWording();
  return (
    <dl className={styles.answers}>
      {checkIn.answers.map(({ question, choice }) => (
        <div key={question.da}>
          <dt>{wording(question)}</dt>
          <dd>{choice === null ? '–' : wording(choice)}</dd>
        </div>
      ))}
    </dl>
  );
};

/** What the new employee has answered, under their name. */
export const CheckInList = ({ checkIns }: { checkIns: CheckIn[] }) => {
  const { t } = useTranslation('onboarding');
  return (
    <>
      <Text size="sm">{t('checkIns.intro')}</Text>
      {checkIns.map((checkIn) => (
        <div key={checkIn.day} className={styles.checkIn}>
          <strong>{t('checkIns.day', { day: checkIn.day })}</strong>{' '}
          <Status tone={checkIn.state === 'open' ? 'attention' : 'quiet'}>
            {t(`checkIns.states.${checkIn.state}`)} <Day on={checkIn.answeredOn ?? checkIn.dueOn} />
          </Status>
          {checkIn.answers.length > 0 && <Answers checkIn={checkIn} />}
        </div>
      ))}
    </>
  );
};
