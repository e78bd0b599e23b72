/** Sales as facts with keys as of their time, and the day state of each customer record. */
package io.clientele.etl.fact;
