package io.clientele.reports.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A whole in its parts, as a ring. */
public final class PieChart {
  private PieChart() {}

  /** A part with the text beside it. */
  public record Slice(String name, double value, String label, String colour) {}

  public static Map<String, Object> ring(List<Slice> slices) {
    Map<String, Object> option = BarChart.frame();
    option.remove("grid");
    List<Object> data = new ArrayList<>();
    for (Slice slice : slices) {
      Map<String, Object> item = new LinkedHashMap<>();
      item.put("name", slice.name());
      item.put("value", slice.value());
      item.put("itemStyle", Map.of("color", slice.colour()));
      item.put("label", Map.of("formatter", slice.label(), "color", Palette.INK, "fontSize", 12));
      data.add(item);
    }
    Map<String, Object> ring = new LinkedHashMap<>();
    ring.put("type", "pie");
    ring.put("radius", List.of("38%", "66%"));
    ring.put("center", List.of("50%", "50%"));
    ring.put("avoidLabelOverlap", true);
    ring.put("emphasis", Map.of("disabled", true));
    ring.put("itemStyle", Map.of("borderColor", "#fff", "borderWidth", 2));
    ring.put("labelLine", Map.of("length", 8, "length2", 8));
    ring.put("data", data);
    option.put("series", List.of(ring));
    return option;
  }
}
