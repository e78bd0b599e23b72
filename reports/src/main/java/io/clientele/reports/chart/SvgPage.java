package io.clientele.reports.chart;

import static io.clientele.reports.text.Html.html;

import io.clientele.reports.text.Html;
import java.util.regex.Pattern;

/** Makes ECharts' SVG part of a page: named for screen readers, free of mouse effects. */
final class SvgPage {
  private static final Pattern OPENING = Pattern.compile("^<svg[^>]*>");
  private static final Pattern STYLE = Pattern.compile("(?s)<style\\s*>.*?</style\\s*>");
  private static final Pattern MOUSE =
      Pattern.compile(" (class=\"zr[^\"]*\"|pointer-events=\"[^\"]*\"|ecmeta_[a-z_]+=\"[^\"]*\")");
  private static final Pattern ENGINE_ID = Pattern.compile("\\bzr\\d+-");
  private static final Pattern BACKGROUND =
      Pattern.compile("<rect width=\"\\d+\" height=\"\\d+\" x=\"0\" y=\"0\" fill=\"none\"></rect>");

  private SvgPage() {}

  static Html inline(String svg, Chart chart, int width, int height) {
    String id = chart.id() + "-" + width;
    String body = OPENING.matcher(svg).replaceFirst("");
    body = STYLE.matcher(body).replaceAll("");
    body = MOUSE.matcher(body).replaceAll("");
    body = BACKGROUND.matcher(body).replaceFirst("");
    body = ENGINE_ID.matcher(body).replaceAll(id + "-");
    return html(
        """
        <svg role="img" aria-labelledby="{}-t {}-d" viewBox="0 0 {} {}" style="max-width:{}px">\
        <title id="{}-t">{}</title><desc id="{}-d">{}</desc>{}""",
        id,
        id,
        width,
        height,
        width,
        id,
        chart.title(),
        id,
        chart.description(),
        new Html(body.replaceAll("\\n+", "\n").strip()));
  }
}
