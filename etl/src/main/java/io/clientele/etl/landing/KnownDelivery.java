package io.clientele.etl.landing;

import java.util.Optional;

/**
 * A delivery of which an earlier run has a row.
 *
 * @param name path below the source's folder
 * @param bytes size
 * @param modifiedMicros modification time
 * @param hash content hash; empty = it could not be opened
 * @param isLanded whether it was landed
 * @param effectiveMicros business time
 * @param recordCount records behind the header; -1 = not counted
 */
record KnownDelivery(
    String name,
    long bytes,
    long modifiedMicros,
    Optional<String> hash,
    boolean isLanded,
    long effectiveMicros,
    long recordCount) {}
