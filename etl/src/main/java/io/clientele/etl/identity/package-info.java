/**
 * The same person in several systems becomes one customer: links by rule, customers as connected
 * records, durable ids, a ledger of merges and splits.
 */
package io.clientele.etl.identity;
