/** Who will not buy within the horizon: label, training, scoring, reasons in words. */
package io.clientele.models.churn;
