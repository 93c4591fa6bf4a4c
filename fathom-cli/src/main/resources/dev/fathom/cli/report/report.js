(() => {
  'use strict';
  const read = id => JSON.parse(document.getElementById(id).textContent);
  const table = read('rows');
  const charts = read('charts');
  const rows = table.rows.map(values => {
    const row = {};
    table.columns.forEach((column, i) => { row[column] = i < values.length ? values[i] : null; });
    return row;
  });

  // Colours and fonts come from the style sheet, so that both themes are defined in one place.
  function theme(count) {
    const style = getComputedStyle(document.documentElement);
    const v = name => style.getPropertyValue('--' + name).trim();
    const font = v('sans');
    const muted = v('muted');
    const faint = Math.max(0.12, Math.min(1, Math.sqrt(5000 / Math.max(1, count)))); // many dots are paler and smaller
    return {
      background: 'transparent',
      font,
      view: { stroke: null },
      axis: {
        labelColor: muted, titleColor: v('ink'), domainColor: v('line'), tickColor: v('line'), gridColor: v('grid'),
        labelFont: font, titleFont: font, labelFontSize: 11, titleFontSize: 11.5, titleFontWeight: 'normal',
        titlePadding: 8, labelPadding: 4, tickSize: 4, domain: false, gridWidth: 1, labelOverlap: true
      },
      axisX: { grid: false, domain: true },
      axisY: { ticks: false, tickCount: 6, titleAnchor: 'end', titleAngle: 0, titleAlign: 'left', titleX: 0, titleY: -10, titlePadding: 0 },
      range: { ramp: ['ramp0', 'ramp1', 'ramp2', 'ramp3'].map(v) },
      style: {
        dot: { filled: true, color: v('dot'), size: count > 5000 ? 7 : 16, opacity: faint * Number(v('dot-opacity')) },
        infeasible: { shape: 'circle', filled: false, color: muted, strokeWidth: 0.8, size: 14, opacity: 0.6 },
        failed: { color: v('bad'), filled: true, thickness: 1.2, bandSize: 8, size: 16, opacity: 0.7 },
        best: { color: v('accent'), strokeWidth: 2, strokeJoin: 'round' },
        front: { color: v('accent'), strokeWidth: 1.2, opacity: 0.7 },
        top: { filled: true, color: v('accent'), stroke: v('paper'), strokeWidth: 1, size: 56, opacity: 1 },
        median: { color: v('ink'), strokeWidth: 1.6, opacity: 0.85 },
        rail: { color: v('line'), strokeWidth: 1 },
        thread: { strokeWidth: 0.8, opacity: 0.32 },
        leader: { strokeWidth: 1.8, opacity: 0.9 },
        halo: { align: 'left', dx: 5, baseline: 'middle', fontSize: 10, color: v('paper'), stroke: v('paper'), strokeWidth: 4, strokeJoin: 'round', opacity: 0.8, limit: 64 },
        note: { align: 'left', dx: 5, baseline: 'middle', fontSize: 10, color: v('ink'), limit: 64 }
      }
    };
  }

  const views = new Map();

  function draw(place) {
    const spec = charts[place.dataset.chart];
    const detail = spec.usermeta.detail;
    const chosen = rows.filter(row => row.d >= detail).map(row => ({ ...row }));
    const compiled = vegaLite.compile({
      ...spec,
      autosize: { type: 'fit', contains: 'padding', resize: false },
      padding: { left: 2, right: 8, top: 6, bottom: 2 }
    }, { config: theme(chosen.length) }).spec;
    views.get(place)?.finalize();
    const view = new vega.View(vega.parse(compiled), {
      container: place,
      renderer: chosen.length > 4000 ? 'canvas' : 'svg',
      hover: true,
      logLevel: vega.Error
    });
    views.set(place, view);
    return view.data('rows', chosen).runAsync();
  }

  function addDownload(place) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'SVG';
    button.title = 'Save this picture';
    button.addEventListener('click', async () => {
      const text = await views.get(place).toSVG();
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
      link.download = place.dataset.chart + '.svg';
      link.click();
      URL.revokeObjectURL(link.href);
    });
    place.parentElement.append(button);
  }

  const places = [...document.querySelectorAll('[data-chart]')];
  const all = () => Promise.all(places.map(place => draw(place).catch(error => {
    place.textContent = 'This chart could not be drawn: ' + error.message;
  })));
  all().then(() => {
    places.forEach(place => { if (views.has(place)) addDownload(place); });
    document.documentElement.dataset.drawn = String(views.size);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', all);
})();
