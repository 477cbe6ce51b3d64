import { useTranslation } from 'react-i18next';
import { Status } from '../../ui/status';
import { useFormat } from '../../ui/use-format';
import type { RoundState } from './queries';

export const RoundStateWord = ({ state }: { state: RoundState }) => {
  const { t } = useTranslation('rounds');
  return <Status tone={state === 'open' ? 'calm' : 'quiet'}>{t(`states.${state}`)}</Status>;
};

/** How many of the invited, with their share: 12 (48 %). Of none it is told by the number alone. */
export const usePartOf = () => {
  const format = useFormat();
  return (part: number, invited: number): string =>
    part === 0 || invited === 0
      ? format.number(part)
      : `${format.number(part)} (${format.percent(part / invited, 0)})`;
};
