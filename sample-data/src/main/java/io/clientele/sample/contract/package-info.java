/**
 * Subscriptions: emergency beacons for hikers with a tariff, from start over renewals to the end.
 */
package io.clientele.sample.contract;
