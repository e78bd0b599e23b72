/** What models say, as of a date. */
package io.clientele.warehouse.score;
