/** The fictional retailer Nordlicht Outfitters: its extracts, and the truth planted in them. */
package io.clientele.sample;
