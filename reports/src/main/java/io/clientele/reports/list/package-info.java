/** Lists that a marketer works through, best first. */
package io.clientele.reports.list;
