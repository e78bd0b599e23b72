package io.clientele.reports.chart;

import io.clientele.reports.text.Html;
import io.clientele.reports.text.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.ScriptableObject;

/**
 * Draws charts with Apache ECharts in an interpreter that sees neither files nor Java classes. The
 * same chart gives the same picture on every machine: text is measured by a table of widths, not by
 * installed fonts. Loading costs half a second, a chart some hundredths; one thread at a time.
 */
public final class ChartRenderer {
  private static final String ECHARTS =
      "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.common.min.js";
  private static final String MEASURE = "/io/clientele/reports/chart/measure.js";
  private static final String NO_TIMERS =
      "var setTimeout = function () {}; var clearTimeout = setTimeout; var setInterval = setTimeout;";
  private static final String DRAW =
      """
      (function () {
        var size = JSON.parse(sizeText);
        var chart = echarts.init(null, null,
            {renderer: 'svg', ssr: true, width: size.width, height: size.height});
        chart.setOption(JSON.parse(optionText));
        var svg = chart.renderToSVGString();
        chart.dispose();
        return svg;
      })()
      """;

  private final ScriptableObject scope;

  private ChartRenderer(ScriptableObject scope) {
    this.scope = scope;
  }

  /** Loads ECharts. */
  public static ChartRenderer start() {
    try (Context context = interpreter()) {
      ScriptableObject scope = context.initSafeStandardObjects();
      context.evaluateString(scope, NO_TIMERS, "timers", 1, null);
      context.evaluateString(scope, script(ECHARTS), "echarts", 1, null);
      context.evaluateString(scope, script(MEASURE), "measure", 1, null);
      return new ChartRenderer(scope);
    }
  }

  private static Context interpreter() {
    Context context = Context.enter();
    context.setInterpretedMode(true);
    context.setLanguageVersion(Context.VERSION_ES6);
    return context;
  }

  private static String script(String resource) {
    try (InputStream in = ChartRenderer.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(
          "Cannot load the charts: " + resource + " is not readable; build Clientele anew.", e);
    }
  }

  /**
   * An SVG element that scales to the width of its place.
   *
   * @param width in pixels at which text has its natural size
   */
  public Html draw(Chart chart, int width, int height) {
    Map<String, Object> size = new LinkedHashMap<>();
    size.put("width", width);
    size.put("height", height);
    try (Context context = interpreter()) {
      ScriptableObject.putProperty(scope, "sizeText", JsonText.of(size));
      ScriptableObject.putProperty(scope, "optionText", JsonText.of(chart.option()));
      Object svg = context.evaluateString(scope, DRAW, chart.id(), 1, null);
      return SvgPage.inline(svg.toString(), chart, width, height);
    } catch (RhinoException e) {
      throw new IllegalStateException(
          "Cannot draw chart " + chart.id() + ": " + e.getMessage() + "; report it as a bug.", e);
    }
  }
}
