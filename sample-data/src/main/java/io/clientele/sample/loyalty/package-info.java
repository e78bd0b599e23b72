/** The loyalty programme: members with numbers of their own, cards, tiers. */
package io.clientele.sample.loyalty;
