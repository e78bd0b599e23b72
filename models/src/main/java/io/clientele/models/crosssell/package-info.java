/** Cross-sell: what is bought together, by whom not yet, and whether that is more than chance. */
package io.clientele.models.crosssell;
