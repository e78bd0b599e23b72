package io.clientele.reports.segment;

import static io.clientele.reports.text.Html.html;

import io.clientele.reports.chart.ChartRenderer;
import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.text.Html;
import io.clientele.reports.text.NumberText;
import io.clientele.warehouse.publication.Publication;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * The segment report: one HTML file that needs no network, no script and no other file, for a
 * screen, a phone or paper. The same publication gives the same bytes.
 */
public final class SegmentReport {
  /** Name of the written file. */
  public static final String FILE_NAME = "segment-report.html";

  private SegmentReport() {}

  /**
   * @return the written file
   */
  public static Path write(PublishedWarehouse warehouse, ReportOptions options) {
    String page = page(warehouse, options);
    Path file = options.folder().toAbsolutePath().normalize().resolve(FILE_NAME);
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, page);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write the report %s: %s; name a folder that can be written to."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** The page as text; the chart engine loads while the numbers are read. */
  static String page(PublishedWarehouse warehouse, ReportOptions options) {
    return page(warehouse, options, CompletableFuture.supplyAsync(ChartRenderer::start));
  }

  static String page(
      PublishedWarehouse warehouse, ReportOptions options, Future<ChartRenderer> renderer) {
    ReportFacts facts = ReportFacts.read(warehouse);
    return page(facts, options, new Drawings(renderer)).markup();
  }

  private static Html page(ReportFacts facts, ReportOptions options, Drawings drawings) {
    return html(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>{}: customer segments as of {}</title>
        <style>
        {}</style>
        </head>
        <body>
        {}
        <main>
        {}
        </main>
        {}
        </body>
        </html>
        """,
        options.company(),
        facts.publication().asOf(),
        style(),
        head(facts.publication(), options),
        sections(facts, options, drawings),
        foot(facts.publication()));
  }

  private static List<Html> sections(ReportFacts facts, ReportOptions options, Drawings drawings) {
    NumberText numbers = new NumberText(options.currencyCode());
    return List.of(
        new HeadlineSection(facts, numbers).render(),
        new SegmentSection(facts, numbers, drawings).render(),
        new ClusterSection(facts, numbers).render(),
        new OutlookSection(facts, numbers, options.currencyCode(), drawings).render(),
        new BeliefSection(facts.churn(), drawings).render(),
        new ValueSection(facts.value(), numbers).render(),
        new OfferSection(facts.offers()).render(),
        new SalesSection(facts, numbers, options.currencyCode(), drawings).render(),
        Html.join(new OperationSection(facts.operations(), numbers, drawings).render()),
        new CaveatSection(facts, numbers).render(),
        new GuideSection(facts).render());
  }

  private static Html head(Publication publication, ReportOptions options) {
    return html(
        "<header><div><p class=\"kind\">Customer segment report</p><h1>{}</h1><p class=\"meta\">As of {} · amounts in {} · publication {}</p></div></header>",
        options.company(),
        Words.day(publication.asOf()),
        options.currencyCode(),
        publication.id());
  }

  private static Html foot(Publication publication) {
    return html(
        "<footer><p>Made by Clientele from publication {} (run {}), published {} UTC. Make it again with “clientele report”; see a customer behind it with “clientele explain customer”.</p></footer>",
        publication.id(),
        publication.runId(),
        publication
            .publishedAt()
            .toString()
            .replace('T', ' ')
            .replaceAll("(:\\d\\d)(\\.\\d+)?Z$", ""));
  }

  private static Html style() {
    try (InputStream in = SegmentReport.class.getResourceAsStream("report.css")) {
      return new Html(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot load the style of the report; build Clientele anew.", e);
    }
  }
}
