package io.clientele.jobs.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the records of a file.
 *
 * @param rows records in it
 * @param leftOut records that {@code --where} leaves out
 * @param rejected records that cannot be used
 * @param reasons how many were rejected for each combination of reasons
 */
record RowCounts(long rows, long leftOut, long rejected, Map<String, Long> reasons) {
  RowCounts {
    reasons = new TreeMap<>(reasons);
  }

  long accepted() {
    return rows - leftOut - rejected;
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    reasons.forEach((reason, count) -> warnings.add(count + " rows rejected: " + reason));
    return warnings;
  }
}
