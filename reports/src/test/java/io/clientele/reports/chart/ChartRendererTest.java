package io.clientele.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.reports.chart.BarChart.Bar;
import io.clientele.reports.chart.BarChart.Series;
import io.clientele.reports.chart.PieChart.Slice;
import io.clientele.reports.text.Html;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartRendererTest {
  private static ChartRenderer renderer;

  @BeforeAll
  static void start() {
    renderer = ChartRenderer.start();
  }

  @Test
  void barsAreAsLongAsTheirValues() throws Exception {
    List<Bar> bars = List.of(bar(100, "one hundred"), bar(50, "fifty"));
    Document svg =
        draw(BarChart.lying(List.of("big", "small"), List.of(new Series("s", "#123456", bars))));
    List<Double> widths = widthsOf(svg, "#123456");
    assertThat(widths).hasSize(2);
    assertThat(widths.get(0) / widths.get(1)).isCloseTo(2, Offset.offset(.02));
    assertThat(svg.getDocumentElement().getTextContent()).contains("big", "one hundred", "fifty");
  }

  @Test
  void namesFromDataCannotBecomeMarkup() throws Exception {
    String evil = "<script>alert('x')</script> & {value}";
    Html drawn =
        renderer.draw(
            new Chart(
                "evil",
                evil,
                evil,
                BarChart.lying(
                    List.of(evil), List.of(new Series(evil, "#000", List.of(bar(1, evil)))))),
            500,
            200);
    assertThat(drawn.markup()).doesNotContain("<script").contains("&lt;script&gt;");
    Document svg = parsed(drawn);
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(evil);
  }

  @Test
  void theSameChartIsDrawnTheSameTwiceAndNamedForScreenReaders() {
    Chart chart =
        new Chart(
            "ring",
            "ABC classes",
            "A 80 %",
            PieChart.ring(List.of(new Slice("A", 80, "A", "#111"))));
    Html first = renderer.draw(chart, 300, 200);
    assertThat(renderer.draw(chart, 300, 200)).isEqualTo(first);
    assertThat(first.markup())
        .startsWith("<svg role=\"img\" aria-labelledby=\"ring-300-t ring-300-d\"")
        .contains("<title id=\"ring-300-t\">ABC classes</title>")
        .doesNotContain("http://www.w3.org/1999/xlink\" version", "<style", "class=");
  }

  private static Bar bar(double value, String label) {
    return new Bar(value, label, "");
  }

  private static Document draw(Map<String, Object> option) throws Exception {
    return parsed(renderer.draw(new Chart("test", "t", "d", option), 500, 200));
  }

  private static Document parsed(Html svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg.markup())));
  }

  /** Bars are drawn as paths: M x y l width … . */
  private static List<Double> widthsOf(Document svg, String colour) {
    NodeList paths = svg.getElementsByTagName("path");
    List<Double> widths = new ArrayList<>();
    for (int i = 0; i < paths.getLength(); i++) {
      if (colour.equals(paths.item(i).getAttributes().getNamedItem("fill").getNodeValue())) {
        String d = paths.item(i).getAttributes().getNamedItem("d").getNodeValue();
        widths.add(Double.parseDouble(d.replaceAll("M\\S+ \\S+l(\\S+) .*", "$1")));
      }
    }
    return widths;
  }
}
