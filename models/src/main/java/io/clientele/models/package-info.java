/** Features, models, scored tables and the summaries that lists and reports show. */
package io.clientele.models;
