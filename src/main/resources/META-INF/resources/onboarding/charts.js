// Bars as Chart.js draws them. Colours are those of Okabe and Ito, which people who see fewer colours tell apart. Whatever a
// chart shows stands in the table below it too.

import {el} from '/onboarding/dom.js';

const CHART_JS = '/webjars/chart.js/4.5.1/dist/chart.umd.min.js';
const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';
const ROW = 30;
const FRAME = 78;

export const BLUE = '#0072b2';
export const ORANGE = '#e69f00';
export const RED = '#d55e00';
export const GREEN = '#009e73';

let loaded;

/** It brings no module that a browser takes as it is: what it defines is found in the window. */
function chartJs() {
  loaded ??= import(CHART_JS).then(() => globalThis.Chart);
  return loaded;
}

/**
 * Lying bars, one below the other. series: [{label, colour, values}], stacked; labels: a line each;
 * unit(value): what is said beside a value; most: where the scale ends, if that is known
 */
export function bars({title, labels, series, unit, most}) {
  const canvas = el('canvas', {role: 'img', 'aria-label': `${title}（数据见下表）`});
  const place = el('div', {class: 'ob-chart'}, canvas);
  place.style.height = `${labels.length * ROW + FRAME}px`;
  chartJs().then(Chart => canvas.isConnected && new Chart(canvas, configuration({labels, series, unit, most}))).catch(() => place.remove());
  return place;
}

/** Charts in a place that is drawn anew. */
export function forget(place) {
  place.querySelectorAll('canvas').forEach(canvas => globalThis.Chart?.getChart(canvas)?.destroy());
}

function configuration({labels, series, unit, most}) {
  return {
    type: 'bar',
    data: {labels, datasets: series.map(({label, colour, values}) => ({label, data: values, backgroundColor: colour, borderColor: '#fff', borderWidth: 1, barThickness: 18}))},
    options: {
      indexAxis: 'y',
      animation: false,
      maintainAspectRatio: false,
      font: {family: FONT},
      scales: {
        x: {stacked: true, beginAtZero: true, max: most, ticks: {precision: 0, maxTicksLimit: 6, font: {family: FONT}}},
        y: {stacked: true, grid: {display: false}, ticks: {font: {family: FONT, size: 13}, color: '#1c2733', callback: (value, index) => short(labels[index])}},
      },
      plugins: {
        legend: {display: series.length > 1, align: 'start', labels: {boxWidth: 12, font: {family: FONT, size: 13}, color: '#1c2733'}},
        tooltip: {callbacks: {label: ({dataset, parsed}) => `${dataset.label}：${unit(parsed.x)}`}, titleFont: {family: FONT}, bodyFont: {family: FONT}},
      },
    },
  };
}

const LONGEST = 14;
const short = label => (label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label);
