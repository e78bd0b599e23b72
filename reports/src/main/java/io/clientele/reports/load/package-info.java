/** What came in, what was refused and why: for the terminal. */
package io.clientele.reports.load;
