package io.clientele.pipeline;

import io.clientele.pipeline.store.Position;

/**
 * What a step did to one table.
 *
 * @param table table name
 * @param inserted rows added
 * @param updated rows replaced by another content of the same key
 * @param deleted rows taken away
 * @param quarantined refused rows among those inserted
 * @param total rows of the table afterwards
 * @param position where the table stands afterwards
 */
public record TableResult(
    String table,
    long inserted,
    long updated,
    long deleted,
    long quarantined,
    long total,
    Position position) {}
