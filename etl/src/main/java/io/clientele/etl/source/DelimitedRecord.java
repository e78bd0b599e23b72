package io.clientele.etl.source;

import java.util.List;

/**
 * One record of a delimited file, or the piece of the file that could not be read as one.
 *
 * @param number first data record = 1
 * @param offset where it starts in the uncompressed file, bytes
 * @param cells wanted columns in the order asked for; empty cells are null; all null when malformed
 * @param text the record as it came, at most 4,000 characters
 * @param problems why it is refused, each code or code(column); empty = readable
 */
public record DelimitedRecord(
    long number, long offset, String[] cells, String text, List<String> problems) {
  /** Longest text that is kept of a record. */
  public static final int TEXT_LIMIT = 4_000;
}
