package io.clientele.reports.chart;

import java.util.Map;

/**
 * What a chart shows.
 *
 * @param id unique on its page; letters, digits and hyphens
 * @param title for people who hear the page
 * @param description what it shows, with its most telling numbers, in words
 * @param option the chart as Apache ECharts declares it, without functions
 */
public record Chart(String id, String title, String description, Map<String, Object> option) {
  public Chart {
    if (!id.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException(
          "Cannot draw chart '" + id + "': its id is no name; use letters, digits and hyphens.");
    }
  }
}
