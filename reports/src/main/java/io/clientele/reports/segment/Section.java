package io.clientele.reports.segment;

import static io.clientele.reports.text.Html.html;

import io.clientele.reports.chart.BarChart.Series;
import io.clientele.reports.text.Html;
import java.util.ArrayList;
import java.util.List;

/** Building blocks that all parts of the page share. */
final class Section {
  private Section() {}

  static Html section(String title, String lead, List<Html> blocks) {
    return html("<section><h2>{}</h2><p class=\"lead\">{}</p>{}</section>", title, lead, blocks);
  }

  static Html panel(String title, Html... blocks) {
    return html("<div class=\"panel\"><h3>{}</h3>{}</div>", title, List.of(blocks));
  }

  /** What the colours of a chart mean. */
  static Html legend(List<Series> series) {
    return html(
        "<ul class=\"legend\">{}</ul>",
        series.stream()
            .map(
                one -> html("<li><i style=\"background:{}\"></i>{}</li>", one.colour(), one.name()))
            .toList());
  }

  static Html pair(Html left, Html right) {
    return html("<div class=\"pair\">{}{}</div>", left, right);
  }

  static Html paragraph(String text) {
    return html("<p>{}</p>", text);
  }

  static Html hint(String text) {
    return html("<p class=\"hint\">{}</p>", text);
  }

  /**
   * @param tone bad, good or nothing
   */
  static Html notice(String tone, String text) {
    return html("<p class=\"notice {}\">{}</p>", tone, text);
  }

  /**
   * A table.
   *
   * @param heads a head that starts with {@code #} is a number, with {@code +} also hidden on
   *     phones
   */
  static Html table(List<String> heads, List<List<String>> rows) {
    List<Html> body = new ArrayList<>();
    for (List<String> row : rows) {
      List<Html> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(html("<td class=\"{}\">{}</td>", classes(heads.get(i)), row.get(i)));
      }
      body.add(html("<tr>{}</tr>", cells));
    }
    List<Html> head =
        heads.stream()
            .map(
                one ->
                    html(
                        "<th scope=\"col\" class=\"{}\">{}</th>",
                        classes(one),
                        one.replaceAll("^[#+]+", "")))
            .toList();
    return html("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>", head, body);
  }

  private static String classes(String head) {
    String number = head.contains("#") ? "n" : "";
    return head.startsWith("+") ? (number + " more").strip() : number;
  }
}
