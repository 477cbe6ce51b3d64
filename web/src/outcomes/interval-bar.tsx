import { CHART_COLOURS } from '../app/theme';
import { placeOf, type Span } from './interval-scale';
import styles from './outcomes.module.css';
import type { EffectRange } from './views';

const [WIDTH, HEIGHT, MIDDLE] = [240, 22, 11];

/** An interval as a line with its estimate as a dot, and nothing as a thin upright; the figures stand beside it. */
export const IntervalBar = ({ effect, span, main }: { effect: EffectRange; span: Span; main: boolean }) => {
  const at = (text: string): number => placeOf(Number(text), span, WIDTH);
  const nothing = placeOf(0, span, WIDTH);
  const colour = main ? CHART_COLOURS.now : CHART_COLOURS.text;
  return (
    <svg className={styles.interval} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <line
        x1={nothing}
        x2={nothing}
        y1={0}
        y2={HEIGHT}
        stroke={CHART_COLOURS.before}
        strokeDasharray="2 2"
      />
      {effect.lower !== null && effect.upper !== null && (
        <line
          x1={at(effect.lower)}
          x2={at(effect.upper)}
          y1={MIDDLE}
          y2={MIDDLE}
          stroke={colour}
          strokeWidth={main ? 3 : 1.75}
          strokeLinecap="round"
        />
      )}
      <circle cx={at(effect.avoided)} cy={MIDDLE} r={main ? 5 : 3.5} fill={colour} />
    </svg>
  );
};
