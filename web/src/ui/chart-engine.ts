import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

register([LineChart, BarChart, GridComponent, TooltipComponent, SVGRenderer]);

export type ChartOption = EChartsCoreOption;

/** Draws into a box and follows its width; the answer takes it away again. */
export const drawChart = (box: HTMLElement, option: ChartOption): (() => void) => {
  const chart: EChartsType = init(box, null, { renderer: 'svg' });
  chart.setOption({ animationDuration: 250, ...option });
  const follow = new ResizeObserver(() => chart.resize());
  follow.observe(box);
  return () => {
    follow.disconnect();
    chart.dispose();
  };
};
