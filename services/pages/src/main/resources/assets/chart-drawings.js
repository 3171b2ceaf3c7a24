// Turns the data of a chart (org.samklima.pages.ChartData) into what ECharts draws.
"use strict";

(() => {
  const palette = ["#1f5a8a", "#d07a2d", "#3f8a63", "#7a5195", "#b5404a", "#5c6b73", "#b99a2b", "#3d9db0", "#8a5f41", "#9aa8b0"];
  const ink = "#17211f";
  const muted = "#52605c";
  const hairline = "#dde3e1";
  const others = "#9aa8b0";

  // Patterns beside the colours, light enough not to disturb: for readers who see no colours and for grey paper.
  const pattern = more => ({ color: "rgba(255,255,255,0.32)", symbolSize: 1, ...more });
  const patterns = [
    { symbol: "none" },
    pattern({ dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: Math.PI / 4 }),
    pattern({ symbol: "circle", symbolSize: 0.55, dashArrayX: [[8, 8], [0, 8, 8, 0]], dashArrayY: [6, 0] }),
    pattern({ dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -Math.PI / 4 }),
    pattern({ dashArrayX: [1, 0], dashArrayY: [2, 5] }),
    { symbol: "none" },
    pattern({ dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: Math.PI / 2 }),
    pattern({ symbol: "rect", symbolSize: 0.6, dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0] }),
    pattern({ dashArrayX: [1, 0], dashArrayY: [1, 3], rotation: Math.PI / 4 }),
    pattern({ dashArrayX: [1, 0], dashArrayY: [1, 3], rotation: -Math.PI / 4 })
  ];
  const dashes = "path://M0,5h7v2h-7zM11,5h7v2h-7z";
  // A trend, a scenario: told apart by their dots and strokes as well as by their colours.
  const outlooks = [
    { shade: palette[0], type: [2, 4], icon: "path://M0,5h2v2h-2zM4,5h2v2h-2zM8,5h2v2h-2zM12,5h2v2h-2zM16,5h2v2h-2z" },
    { shade: palette[1], type: [10, 4, 2, 4], icon: "path://M0,5h7v2h-7zM9,5h2v2h-2zM13,5h5v2h-5z" },
    { shade: palette[3], type: [14, 3], icon: "path://M0,5h13v2h-13zM15,5h3v2h-3z" }
  ];
  const outlook = (data, one) =>
    outlooks[data.series.filter(other => other.role === "outlook").indexOf(one) % outlooks.length];
  const symbols = ["circle", "rect", "triangle", "diamond"];

  const writing = language => language === "en" ? "en-GB" : language;

  const numbers = data => {
    const format = new Intl.NumberFormat(writing(data.language), {
      minimumFractionDigits: data.decimals,
      maximumFractionDigits: data.decimals
    });
    return value => value === null ? "–" : format.format(value).replace("-", "−");
  };

  const axisNumbers = data => {
    const format = new Intl.NumberFormat(writing(data.language), { maximumFractionDigits: 3 });
    return value => format.format(value).replace("-", "−");
  };

  const withUnit = (text, data) => !data.unit || text === "–" ? text : `${text}\u00a0${data.unit}`;

  const accent = () => getComputedStyle(document.documentElement).getPropertyValue("--accent-ink").trim();

  const colours = data => {
    const measured = data.series.filter(one => one.role === "measured");
    return data.series.map(one => {
      if (one.role === "target") {
        return ink;
      }
      if (one.role === "peers") {
        return others;
      }
      if (one.role === "outlook") {
        return outlook(data, one).shade;
      }
      return measured.length === 1 ? accent() : palette[measured.indexOf(one) % palette.length];
    });
  };

  // Tooltips are built from elements: a strict policy would not apply styles written into their text.
  const element = (name, text, parent) => {
    const made = document.createElement(name);
    made.textContent = text;
    parent?.append(made);
    return made;
  };

  const swatch = colour => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    svg.setAttribute("viewBox", "0 0 10 10");
    rect.setAttribute("width", "10");
    rect.setAttribute("height", "10");
    rect.setAttribute("fill", colour);
    svg.append(rect);
    return svg;
  };

  const tip = (heading, rows) => {
    const box = element("div", "");
    box.className = "chart-tip";
    element("strong", heading, box);
    const table = element("table", "", box);
    for (const { name, value, colour } of rows) {
      const row = element("tr", "", table);
      const head = element("th", "", row);
      head.append(swatch(colour), name);
      element("td", value, row);
    }
    return box;
  };

  const tooltip = formatter => ({
    confine: true,
    padding: 0,
    transitionDuration: 0,
    borderColor: hairline,
    backgroundColor: "#ffffff",
    extraCssText: "box-shadow:0 0.25rem 1rem rgba(23,33,31,.14)",
    formatter
  });

  const yearTips = (data, shades) => {
    const written = numbers(data);
    return {
      ...tooltip(points => {
        const at = points[0].dataIndex;
        return tip(data.categories[at], data.series.map((one, index) => ({
          name: one.name,
          value: withUnit(written(one.values[at]), data),
          colour: shades[index]
        })));
      }),
      trigger: "axis",
      axisPointer: { type: "line", lineStyle: { color: muted, type: "solid" } }
    };
  };

  const legendIcon = (data, one) => {
    if (one.role === "target") {
      return { icon: dashes };
    }
    if (one.role === "outlook") {
      return { icon: outlook(data, one).icon };
    }
    return data.kind === "lines" ? {} : { icon: "roundRect" };
  };

  // ECharts neither makes room for a legend that wraps nor shortens a name that is too long, so both are measured first.
  const legend = (data, width, family) => {
    if (data.series.length < 2) {
      return { height: 0, option: { show: false } };
    }
    const [icon, space, between] = [18, 5, 12];
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = `14px ${family}`;
    let rows = 1;
    let used = 0;
    const names = data.series.map(one => {
      const room = width - icon - space;
      const needed = pen.measureText(one.name).width;
      const taken = icon + space + Math.min(needed, room) + between;
      if (used > 0 && used + taken - between > width) {
        rows++;
        used = 0;
      }
      used += taken;
      return {
        name: one.name,
        ...legendIcon(data, one),
        ...(needed > room && { textStyle: { width: room, overflow: "truncate" } })
      };
    });
    return {
      height: rows * 30,
      option: {
        top: 0,
        left: 0,
        width,
        padding: 0,
        itemGap: between,
        itemWidth: icon,
        itemHeight: 12,
        selectedMode: false,
        textStyle: { color: ink, fontSize: 14, lineHeight: 18 },
        data: names
      }
    };
  };

  const valueAxis = data => ({
    type: "value",
    axisLabel: { color: muted, fontSize: 13, formatter: axisNumbers(data) },
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: hairline } }
  });

  const yearAxis = (data, boundaryGap) => ({
    type: "category",
    data: data.categories,
    boundaryGap,
    axisLabel: { color: muted, fontSize: 13, hideOverlap: true },
    axisLine: { lineStyle: { color: ink } },
    axisTick: { show: false }
  });

  const strokes = (data, one) =>
    one.role === "target" ? [6, 5] : one.role === "outlook" ? outlook(data, one).type : "solid";

  const line = (data, one, index, shade) => ({
    type: "line",
    name: one.name,
    data: one.values,
    color: shade,
    connectNulls: one.role === "target",
    showSymbol: one.role !== "target" && one.role !== "outlook",
    // A year between two gaps is nothing but its symbol: none may be left out where there is little room.
    showAllSymbol: true,
    symbol: symbols[index % symbols.length],
    symbolSize: 6,
    lineStyle: { width: one.role === "measured" ? 2.5 : 2, type: strokes(data, one) },
    emphasis: { disabled: true },
    z: one.role === "measured" ? 3 : 2
  });

  const stacked = (data, one, shade, area) => one.role !== "measured" ? line(data, one, 0, shade) : {
    type: area ? "line" : "bar",
    name: one.name,
    stack: "all",
    data: one.values,
    color: shade,
    symbol: "none",
    barCategoryGap: "28%",
    lineStyle: { width: 0 },
    ...(area && { areaStyle: { opacity: 1 } }),
    itemStyle: { borderColor: "#ffffff", borderWidth: area ? 0 : 0.75 },
    emphasis: { disabled: true }
  };

  const overYears = (data, width, family) => {
    const shades = colours(data);
    const key = legend(data, width, family);
    const areas = data.kind === "stacked-areas";
    return {
      height: key.height + Math.max(250, Math.min(350, width * 0.42)),
      legend: key.option,
      grid: { top: key.height + 12, left: 0, right: 16, bottom: 10, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      tooltip: yearTips(data, shades),
      xAxis: yearAxis(data, data.kind === "stacked-bars"),
      yAxis: valueAxis(data),
      series: data.series.map((one, index) => data.kind === "lines"
        ? line(data, one, index, shades[index])
        : stacked(data, one, shades[index], areas))
    };
  };

  const bars = (data, width) => {
    const written = numbers(data);
    const [first] = data.series;
    const standsOut = name => data.highlighted.length === 0 || data.highlighted.includes(name);
    const shade = accent();
    return {
      height: data.categories.length * 34 + 8,
      grid: { top: 0, left: 0, right: 96, bottom: 0, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      tooltip: { show: false },
      xAxis: { ...valueAxis(data), axisLabel: { show: false }, splitLine: { show: false } },
      yAxis: {
        type: "category",
        inverse: true,
        data: data.categories,
        axisLine: { lineStyle: { color: ink }, onZero: true },
        axisTick: { show: false },
        axisLabel: {
          fontSize: 14,
          width: Math.min(220, width * 0.38),
          overflow: "truncate",
          color: name => standsOut(name) ? ink : muted
        }
      },
      series: [{
        type: "bar",
        barCategoryGap: "34%",
        emphasis: { disabled: true },
        data: first.values.map((value, index) => ({
          value: value ?? 0,
          itemStyle: { color: standsOut(data.categories[index]) ? shade : others },
          label: {
            show: true,
            position: value < 0 ? "left" : "right",
            formatter: withUnit(written(value), data),
            color: value === null ? muted : ink,
            fontSize: 14
          }
        }))
      }]
    };
  };

  // Dots that would cover each other step aside, up and down in turn.
  const asideOf = (places, size) => {
    const taken = [];
    return places.map(x => {
      for (let step = 0; ; step++) {
        const y = (step % 2 ? 1 : -1) * Math.ceil(step / 2) * size;
        if (!taken.some(other => Math.hypot(other.x - x, other.y - y) < size)) {
          taken.push({ x, y });
          return y;
        }
      }
    });
  };

  // Round ends for an axis and the step between its labels.
  const roundAxis = values => {
    const low = Math.min(...values);
    const high = Math.max(...values);
    const rough = (high - low || Math.abs(high) || 1) / 6;
    const power = 10 ** Math.floor(Math.log10(rough));
    const interval = [1, 2, 5, 10].map(digit => digit * power).find(step => step >= rough);
    return { min: Math.floor(low / interval) * interval, max: Math.ceil(high / interval) * interval, interval };
  };

  const dots = (data, width) => {
    const written = numbers(data);
    const [first] = data.series;
    const points = data.categories
      .map((name, index) => ({ name, value: first.values[index], standsOut: data.highlighted.includes(name) }))
      .filter(point => point.value !== null)
      .sort((one, other) => other.standsOut - one.standsOut || one.value - other.value);
    const values = points.map(point => point.value);
    const axis = roundAxis(values);
    const size = Math.max(6, Math.min(14, width / Math.sqrt(points.length) / 6));
    const aside = asideOf(values.map(value => (value - axis.min) / (axis.max - axis.min || 1) * (width - 48)), size + 1);
    const reach = Math.max(30, ...aside.map(Math.abs)) + size;
    const shade = accent();
    const named = points.map((point, index) => ({ ...point, y: aside[index] })).filter(point => point.standsOut);
    return {
      height: 2 * reach + 88,
      grid: { top: named.length ? 36 : 4, left: 24, right: 24, bottom: 36 },
      tooltip: {
        ...tooltip(point => tip(point.name, [{
          name: data.measure,
          value: withUnit(written(point.value[0]), data),
          colour: point.color
        }])),
        trigger: "item"
      },
      xAxis: { ...valueAxis(data), ...axis, axisLine: { show: true, lineStyle: { color: ink } } },
      yAxis: { type: "value", show: false, min: -reach, max: reach },
      series: [
        {
          type: "scatter",
          emphasis: { disabled: true },
          data: points.map((point, index) => ({
            name: point.name,
            value: [point.value, aside[index]],
            symbolSize: point.standsOut ? size * 1.6 : size,
            itemStyle: {
              color: point.standsOut ? shade : others,
              opacity: point.standsOut ? 1 : 0.75,
              borderColor: "#ffffff",
              borderWidth: 1
            }
          })),
          markLine: {
            silent: true,
            symbol: "none",
            label: { show: false },
            lineStyle: { color: shade, type: "solid", width: 1 },
            data: named.map(point => [{ coord: [point.value, point.y] }, { coord: [point.value, reach] }])
          }
        },
        {
          type: "scatter",
          silent: true,
          symbolSize: 0.01,
          labelLayout: { moveOverlap: "shiftX" },
          data: named.map(point => ({
            value: [point.value, reach],
            label: {
              show: true,
              position: "top",
              formatter: `${point.name} ${withUnit(written(point.value), data)}`,
              color: ink,
              fontSize: 14,
              fontWeight: 600
            }
          }))
        }
      ]
    };
  };

  const drawings = { "lines": overYears, "stacked-areas": overYears, "stacked-bars": overYears, "bars": bars, "dots": dots };

  const option = (data, width, family, described) => {
    const { height, ...drawn } = drawings[data.kind](data, width, family);
    const parts = data.series.filter(one => one.role === "measured").length;
    return [height, {
      animation: false,
      textStyle: { fontFamily: family },
      aria: {
        enabled: true,
        label: { description: described },
        decal: { show: data.kind.startsWith("stacked") && parts > 1, decals: patterns }
      },
      ...drawn
    }];
  };

  window.samklimaCharts = { option, writing, ink, muted };
})();
