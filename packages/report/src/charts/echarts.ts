import { CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import * as core from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

core.use([CustomChart, LineChart, ScatterChart, GridComponent, SVGRenderer]);

/** ECharts with the parts that reports use. */
export const echarts: typeof core = core;
