/**
 * What a customer will buy: buy-till-you-die models, fitted by maximum likelihood on counted
 * histories, and what they say of each customer.
 *
 * <p>Symbols of the papers and our columns: x = repeat_purchases, t_x = last_purchase_age_weeks
 * (first to last purchase), T = observation_age_weeks, m_x = mean_repeat_spend.
 */
package io.clientele.models.value;
