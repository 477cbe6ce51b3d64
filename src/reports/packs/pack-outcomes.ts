import type { PackEffect, PackIndicator } from './domain/pack.js';
import type { Asked } from './pack-paper.js';

const effectText = (effect: PackEffect | undefined, { words, text }: Asked): string => {
  if (!effect) return words.effectNotMeasured;
  if (effect.hidden) return words.effectHidden;
  const { avoided, lower, upper } = effect;
  const figure = (decimal: string): string => text.decimal(Number(decimal));
  return [
    words.readings[effect.reading] ?? effect.reading,
    ...(avoided === null || lower === null || upper === null
      ? []
      : [words.range(figure(avoided), figure(lower), figure(upper))]),
    text.days(effect),
    ...(effect.preregistered ? [] : [words.notPreregistered]),
  ].join('; ');
};

const effectOf = ({ id }: PackIndicator, { content }: Asked): PackEffect | undefined =>
  content.effects.find((effect) => effect.indicator === id);

/** What is said of the effect first: a sentence for each indicator that has been measured. */
export const effectInShort = (asked: Asked): string[] => {
  const { content, words } = asked;
  if (content.contractVersion === null) return [words.noContract];
  const told = content.indicators.filter((indicator) => effectOf(indicator, asked));
  if (told.length === 0) return [words.notMeasured];
  return told.map(
    (indicator) => `${words.measures[indicator.measure]}: ${effectText(effectOf(indicator, asked), asked)}.`,
  );
};

export const indicatorRows = (asked: Asked): string[][] => {
  const { content, words, text } = asked;
  return content.indicators.map((indicator) => [
    words.measures[indicator.measure],
    words.uses[indicator.contractUse],
    indicator.reduction === null ? words.noTarget : words.fall(text.percent(Number(indicator.reduction), 1)),
    effectText(effectOf(indicator, asked), asked),
  ]);
};

export const fidelityRows = ({ content, words, text }: Asked): string[][] =>
  content.fidelity.map(({ kind, state, percent, days }) => {
    const said = words.fidelityStates[state] ?? state;
    const waited = days === null ? said : words.waited(days);
    return [words.fidelityKinds[kind] ?? kind, percent === null ? waited : text.percent(percent / 100)];
  });

/** Whole kroner and øre of an amount in øre. */
const kroner = (oere: number | null, { language, words }: Asked): string =>
  oere === null
    ? words.noFigure
    : new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB', {
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      }).format(oere / 100);

export const settlementRows = (asked: Asked): string[][] => {
  const { content, words, text } = asked;
  return content.settlements.map((settlement) => [
    text.days(settlement),
    words.settlementStates[settlement.state] ?? settlement.state,
    kroner(settlement.net, asked),
    kroner(settlement.held, asked),
    kroner(settlement.cumulative, asked),
  ]);
};

export const settlementInShort = (asked: Asked): string => {
  const { content, words, text } = asked;
  const latest = content.settlements.find(({ net }) => net !== null);
  if (!latest) return words.noStatement;
  const state = words.settlementStates[latest.state] ?? latest.state;
  return words.lastStatement(text.days(latest), state.toLowerCase(), kroner(latest.net, asked));
};
