package io.clientele.etl.landing;

import java.util.Optional;

/**
 * What copying a delivery found out.
 *
 * @param hash SHA-256 of the delivered bytes, hexadecimal
 * @param isCompressed whether it is gzip
 * @param recordCount records behind the header; -1 = there is no header
 * @param defect why it cannot be read; empty = it can
 */
record LandedCopy(String hash, boolean isCompressed, long recordCount, Optional<String> defect) {
  boolean isEmpty() {
    return defect.isEmpty() && recordCount < 0;
  }
}
