package io.clientele.jobs.init.profile;

import java.nio.charset.Charset;
import java.util.List;

/**
 * How a delimited file is written.
 *
 * @param charset of the text
 * @param separator between cells
 * @param columns names in the first record
 */
public record Dialect(Charset charset, char separator, List<String> columns) {
  public Dialect {
    columns = List.copyOf(columns);
  }
}
