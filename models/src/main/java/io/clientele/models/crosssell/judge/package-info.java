/** Cross-sell judged on a file: the part of {@code clientele evaluate} that is not the frame. */
package io.clientele.models.crosssell.judge;
