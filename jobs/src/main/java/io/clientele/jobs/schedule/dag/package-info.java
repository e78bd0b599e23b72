/** What a DAG file says, as records: nothing here knows files, tables or clocks. */
package io.clientele.jobs.schedule.dag;
