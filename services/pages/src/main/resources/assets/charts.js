// Draws every <figure class="chart"> from its data (org.samklima.pages.ChartData) with ECharts, as SVG.
// The data stands in data-chart, or is fetched from the address in data-chart-src. Without scripts its table stays open.
"use strict";

(() => {
  const library = document.currentScript.dataset.echarts;
  const { option, writing, ink, muted } = window.samklimaCharts;
  // How large charts are drawn on paper; a style sheet may say otherwise where a page has to fit one sheet.
  const onPaper = figure => {
    const asked = name => Number(getComputedStyle(figure).getPropertyValue(name));
    return [asked("--chart-paper-width") || 660, asked("--chart-paper-height") || Infinity];
  };
  const redrawing = new WeakMap();

  let loading;
  const echarts = () => loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = library;
    script.onload = () => resolve(window.echarts);
    script.onerror = reject;
    document.head.append(script);
  });

  const save = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  };

  // As spreadsheets of the language read it without being asked; a name that would be a formula is kept from being one.
  const csv = data => {
    const decimal = new Intl.NumberFormat(writing(data.language)).format(1.5).charAt(1);
    const separator = decimal === "," ? ";" : ",";
    const harmless = text => /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    const cell = text => /[";,\n]/.test(text) ? `"${harmless(text).replaceAll('"', '""')}"` : harmless(text);
    const number = value => value === null ? "" : String(value).replace(".", decimal);
    const name = one => data.unit ? `${one.name} (${data.unit})` : one.name;
    return "\ufeff" + [
      [data.categoryName, ...data.series.map(name)].map(cell),
      ...data.categories.map((category, at) => [cell(category), ...data.series.map(one => number(one.values[at]))])
    ].map(row => row.join(separator)).join("\r\n") + "\r\n";
  };

  // The picture says by itself what it shows and where that comes from.
  const png = async (library, data, family) => {
    const width = 960;
    const margin = 32;
    const [height, drawn] = option(data, width - 2 * margin, family, data.title);
    const chart = library.init(document.createElement("div"), null, { renderer: "canvas", width: width - 2 * margin, height });
    chart.setOption(drawn);
    const head = 84;
    const foot = data.source ? 40 : 0;
    const picture = document.createElement("canvas");
    picture.width = width * 2;
    picture.height = (head + height + foot + 2 * margin) * 2;
    const pen = picture.getContext("2d");
    pen.scale(2, 2);
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, picture.width, picture.height);
    pen.fillStyle = ink;
    pen.font = `600 22px ${family}`;
    pen.fillText(data.title, margin, margin + 22, width - 2 * margin);
    pen.fillStyle = muted;
    pen.font = `15px ${family}`;
    pen.fillText(data.unit ? `${data.measure}, ${data.unit}` : data.measure, margin, margin + 50, width - 2 * margin);
    pen.drawImage(chart.renderToCanvas({ pixelRatio: 2 }), margin, margin + head, width - 2 * margin, height);
    if (data.source) {
      pen.fillText(data.source, margin, margin + head + height + 28, width - 2 * margin);
    }
    chart.dispose();
    return new Promise(resolve => picture.toBlob(resolve, "image/png"));
  };

  const read = async figure => figure.dataset.chart
    ? JSON.parse(figure.dataset.chart)
    : (await fetch(figure.dataset.chartSrc, { headers: { Accept: "application/json" } })).json();

  const draw = async figure => {
    const [library, data] = await Promise.all([echarts(), read(figure)]);
    const place = figure.querySelector("[data-chart-canvas]");
    const family = getComputedStyle(place).fontFamily;
    const described = figure.dataset.described ?? data.title;
    place.setAttribute("role", "img");
    let chart;
    const redraw = (width, tallest = Infinity) => {
      const [wanted, drawn] = option(data, width, family, described);
      const height = Math.min(wanted, tallest);
      chart ??= library.init(place, null, { renderer: "svg", width, height });
      chart.resize({ width, height });
      chart.setOption(drawn, { notMerge: true });
    };
    let width = figure.clientWidth;
    redraw(width);
    new ResizeObserver(() => {
      if (figure.clientWidth > 0 && figure.clientWidth !== width) {
        width = figure.clientWidth;
        redraw(width);
      }
    }).observe(figure);
    redrawing.set(figure, paper => {
      const [paperWidth, paperHeight] = onPaper(figure);
      return paper ? redraw(Math.min(width, paperWidth), paperHeight) : redraw(width);
    });

    figure.querySelector("[data-chart-table]")?.removeAttribute("open");
    const actions = figure.querySelector("[data-chart-actions]");
    if (actions) {
      actions.hidden = false;
      actions.querySelector("[data-chart-png]").addEventListener("click", async () =>
        save(await png(library, data, family), `${data.file}.png`));
      actions.querySelector("[data-chart-csv]").addEventListener("click", () =>
        save(new Blob([csv(data)], { type: "text/csv;charset=utf-8" }), `${data.file}.csv`));
    }
    figure.dataset.chartState = "drawn";
  };

  // A chart that cannot be drawn leaves its open table.
  const start = figure => {
    figure.dataset.chartState = "drawing";
    draw(figure).catch(problem => {
      figure.dataset.chartState = "failed";
      console.error(problem);
    });
  };

  const redrawAll = paper => {
    for (const figure of document.querySelectorAll("figure.chart")) {
      redrawing.get(figure)?.(paper);
    }
  };

  window.addEventListener("beforeprint", () => redrawAll(true));
  window.addEventListener("afterprint", () => redrawAll(false));

  const waiting = "figure.chart:not([data-chart-state])";
  const startAll = root => {
    const figures = [...root.querySelectorAll(waiting)];
    if (root instanceof Element && root.matches(waiting)) {
      figures.push(root);
    }
    figures.forEach(start);
  };

  startAll(document);
  document.addEventListener("htmx:load", event => startAll(event.target));
})();
