package io.clientele.etl.mapping;

import org.apache.spark.sql.Column;

/**
 * One reason for which a row is refused.
 *
 * @param reason code(column)
 * @param condition true = the row is refused for it; null = it is not
 */
public record Refusal(String reason, Column condition) {}
