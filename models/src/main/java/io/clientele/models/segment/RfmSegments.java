package io.clientele.models.segment;

import static org.apache.spark.sql.functions.expr;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;

/**
 * Readable names for the 125 cells of three scores. Frequency and money are taken together as their
 * mean, rounded up; the table is read by recency (rows) and that mean (columns).
 */
public final class RfmSegments {
  private static final String[][] NAMES = {
    // value     1                2                      3                      4           5
    /* r 1 */ {"lost", "lost", "hibernating", "at risk", "cannot lose"},
    /* r 2 */ {"hibernating", "hibernating", "at risk", "at risk", "at risk"},
    /* r 3 */ {"about to sleep", "about to sleep", "need attention", "loyal", "loyal"},
    /* r 4 */ {"promising", "potential loyalists", "potential loyalists", "loyal", "champions"},
    /* r 5 */ {"new customers", "potential loyalists", "potential loyalists", "loyal", "champions"},
  };

  private RfmSegments() {}

  /** The segment of three scores from 1 to 5. */
  public static String nameOf(int r, int f, int m) {
    return NAMES[r - 1][(f + m + 1) / 2 - 1];
  }

  /** All names, each once. */
  public static List<String> names() {
    return Arrays.stream(NAMES).flatMap(Arrays::stream).distinct().toList();
  }

  /** The segment from the columns r_score, f_score and m_score. */
  static Column column() {
    String cells =
        Arrays.stream(NAMES)
            .flatMap(Arrays::stream)
            .map(name -> "'" + name + "'")
            .collect(Collectors.joining(", "));
    return expr(
        "element_at(array("
            + cells
            + "), (r_score - 1) * 5 + cast((f_score + m_score + 1) div 2 as int))");
  }
}
