package io.clientele.reports.segment;

import static io.clientele.reports.text.Html.html;

import io.clientele.reports.chart.Chart;
import io.clientele.reports.chart.ChartRenderer;
import io.clientele.reports.text.Html;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Draws every chart twice, for a wide page and for a phone; the style sheet shows one of them. */
final class Drawings {
  private static final int WIDE = 520;
  private static final int FULL = 1040;
  private static final int NARROW = 326;

  private final Future<ChartRenderer> renderer;

  Drawings(Future<ChartRenderer> renderer) {
    this.renderer = renderer;
  }

  /** A chart for half of a wide page. */
  Html half(Chart chart, int height) {
    return both(chart, WIDE, height, height);
  }

  /** A chart over the whole page. */
  Html full(Chart chart, int height) {
    return both(chart, FULL, height, height);
  }

  /** A chart over the whole page that has another shape on a phone. */
  Html full(Chart wide, Chart narrow, int height) {
    return figure(draw(wide, FULL, height), draw(narrow, NARROW, height));
  }

  private Html both(Chart chart, int width, int height, int narrowHeight) {
    return figure(draw(chart, width, height), draw(chart, NARROW, narrowHeight));
  }

  private static Html figure(Html wide, Html narrow) {
    return html("<div class=\"wide\">{}</div><div class=\"narrow\">{}</div>", wide, narrow);
  }

  private Html draw(Chart chart, int width, int height) {
    try {
      return renderer.get().draw(chart, width, height);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot draw the charts: interrupted; try again.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "Cannot draw the charts: " + e.getCause().getMessage() + "; report it as a bug.", e);
    }
  }
}
