package io.clientele.reports.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Charts of bars: lying, standing, stacked, with a line. */
public final class BarChart {
  private static final Map<String, Object> NO_HOVER = Map.of("disabled", true);

  private BarChart() {}

  /**
   * A value of a bar with the text beside it.
   *
   * @param value null = no bar
   * @param label empty = none
   * @param colour empty = that of its series
   */
  public record Bar(Double value, String label, String colour) {}

  /** Bars of one kind. */
  public record Series(String name, String colour, List<Bar> bars) {}

  /** Lying bars, first category on top; for names that need room. */
  public static Map<String, Object> lying(List<String> categories, List<Series> series) {
    Map<String, Object> option = frame();
    Map<String, Object> names = categoryAxis(categories);
    names.put("inverse", true);
    names.put("axisLine", Map.of("show", false));
    option.put("yAxis", names);
    asMap(option.get("grid")).put("right", 8 + roomForLabels(series));
    asMap(option.get("grid")).put("top", 4);
    Map<String, Object> values = valueAxis();
    values.put("axisLabel", Map.of("show", false));
    values.put("splitLine", Map.of("show", false));
    option.put("xAxis", values);
    option.put("series", series.stream().map(one -> bars(one, "right", "")).toList());
    return option;
  }

  /** Labels stand right of their bars and nothing else keeps room for them. */
  private static int roomForLabels(List<Series> series) {
    return 8
        * series.stream()
            .flatMap(one -> one.bars().stream())
            .mapToInt(bar -> bar.label().length())
            .max()
            .orElse(0);
  }

  /** Standing bars side by side, or on top of each other. */
  public static Map<String, Object> standing(
      List<String> categories, List<Series> series, boolean isStacked, String axisUnit) {
    Map<String, Object> option = frame();
    option.put("xAxis", categoryAxis(categories));
    Map<String, Object> values = valueAxis();
    values.put("axisLabel", axisText(Map.of("formatter", axisUnit)));
    option.put("yAxis", values);
    option.put(
        "series", series.stream().map(one -> bars(one, "top", isStacked ? "all" : "")).toList());
    return option;
  }

  /** Standing bars and a line with points over them, from 0 to 100. */
  public static Map<String, Object> withLine(
      List<String> categories, Series bars, Series line, String axisUnit) {
    Map<String, Object> option = standing(categories, List.of(bars, line), false, axisUnit);
    Map<String, Object> drawn = new LinkedHashMap<>(bars(line, "top", ""));
    drawn.put("type", "line");
    drawn.put("symbol", "circle");
    drawn.put("symbolSize", 8);
    drawn.put("lineStyle", Map.of("width", 2, "color", line.colour()));
    option.put("series", List.of(bars(bars, "top", ""), drawn));
    Map<String, Object> axis = new LinkedHashMap<>();
    axis.putAll(asMap(option.get("yAxis")));
    axis.put("max", 100);
    axis.put("interval", 25);
    option.put("yAxis", axis);
    return option;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(Object value) {
    return (Map<String, Object>) value;
  }

  static Map<String, Object> frame() {
    Map<String, Object> option = new LinkedHashMap<>();
    option.put("animation", false);
    option.put(
        "textStyle",
        Map.of("fontFamily", "system-ui, sans-serif", "fontSize", 12, "color", Palette.INK));
    Map<String, Object> grid = new LinkedHashMap<>();
    grid.put("left", 2);
    grid.put("right", 12);
    grid.put("top", 20);
    grid.put("bottom", 4);
    grid.put("outerBoundsMode", "same");
    grid.put("outerBoundsContain", "axisLabel");
    option.put("grid", grid);
    return option;
  }

  private static Map<String, Object> categoryAxis(List<String> categories) {
    Map<String, Object> axis = new LinkedHashMap<>();
    axis.put("type", "category");
    axis.put("data", categories);
    axis.put("axisTick", Map.of("show", false));
    axis.put("axisLine", Map.of("lineStyle", Map.of("color", Palette.LINE)));
    axis.put("axisLabel", axisText(Map.of("interval", 0, "hideOverlap", true)));
    return axis;
  }

  private static Map<String, Object> valueAxis() {
    Map<String, Object> axis = new LinkedHashMap<>();
    axis.put("type", "value");
    axis.put("splitNumber", 4);
    axis.put("splitLine", Map.of("lineStyle", Map.of("color", Palette.LINE)));
    return axis;
  }

  private static Map<String, Object> axisText(Map<String, Object> more) {
    Map<String, Object> text = new LinkedHashMap<>(more);
    text.put("color", Palette.SOFT_INK);
    text.put("fontSize", 12);
    return text;
  }

  private static Map<String, Object> bars(Series series, String labelPosition, String stack) {
    Map<String, Object> drawn = new LinkedHashMap<>();
    drawn.put("type", "bar");
    drawn.put("name", series.name());
    drawn.put("itemStyle", Map.of("color", series.colour()));
    drawn.put("barMaxWidth", 46);
    drawn.put("barCategoryGap", "28%");
    drawn.put("emphasis", NO_HOVER);
    if (!stack.isEmpty()) {
      drawn.put("stack", stack);
    }
    List<Object> data = new ArrayList<>();
    series.bars().forEach(bar -> data.add(item(bar, labelPosition)));
    drawn.put("data", data);
    return drawn;
  }

  private static Map<String, Object> item(Bar bar, String labelPosition) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("value", bar.value());
    if (!bar.label().isEmpty()) {
      Map<String, Object> label = new LinkedHashMap<>();
      label.put("show", true);
      label.put("position", labelPosition);
      label.put("formatter", bar.label());
      label.put("color", Palette.INK);
      label.put("fontSize", 12);
      item.put("label", label);
    }
    if (!bar.colour().isEmpty()) {
      item.put("itemStyle", Map.of("color", bar.colour()));
    }
    return item;
  }
}
