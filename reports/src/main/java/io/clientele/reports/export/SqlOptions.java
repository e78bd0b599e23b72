package io.clientele.reports.export;

import io.clientele.reports.text.OutputFormat;
import java.util.OptionalInt;

/**
 * A question to the published warehouse.
 *
 * @param statement one SELECT
 * @param format how the answer is written
 * @param terminalWidth characters a line of a terminal; empty = no terminal, nothing is cut
 */
public record SqlOptions(String statement, OutputFormat format, OptionalInt terminalWidth) {}
