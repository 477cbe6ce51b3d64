import { useFormat } from './use-format';

/** A calendar day, or a dash. */
export const Day = ({ on }: { on: string | null }) => {
  const format = useFormat();
  if (on === null) return <>–</>;
  return (
    <time className="numbers" dateTime={on}>
      {format.day(on)}
    </time>
  );
};

/** From one day to another, both included; one day is written once. */
export const Period = ({ from, to, open = '' }: { from: string; to: string | null; open?: string }) => (
  <span className="numbers together">
    <Day on={from} />
    {from !== to && <>–{to === null ? open : <Day on={to} />}</>}
  </span>
);

/** An instant, in Danish time. */
export const Moment = ({ at }: { at: string | null }) => {
  const format = useFormat();
  if (at === null) return <>–</>;
  return (
    <time className="numbers together" dateTime={at}>
      {format.moment(at)}
    </time>
  );
};
