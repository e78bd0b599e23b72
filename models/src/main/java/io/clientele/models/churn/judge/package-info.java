/**
 * The churn models on a file: tables of labelled rows and logs of purchases, judged on rows that
 * the models did not see.
 */
package io.clientele.models.churn.judge;
