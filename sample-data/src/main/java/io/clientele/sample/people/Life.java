package io.clientele.sample.people;

import io.clientele.sample.market.Channel;

/**
 * The planted life of a person as a customer; days count from the first day of the sample.
 *
 * @param index number of the person, in the order of registration
 * @param isKnown false = passer-by: a guest order or a receipt without card
 * @param onlineFrom first day as customer of the web shop; {@link #NEVER} = not one
 * @param storeFrom first day with a loyalty card; {@link #NEVER} = none
 * @param onlineRate purchases a day in the web shop while alive, season apart
 * @param storeRate purchases a day in the stores while alive, season apart
 * @param isRegular buys in a rhythm instead of at random (Poisson)
 * @param slowingFrom day from which gaps stretch; {@link #NEVER} = they do not
 * @param droppedOut first day without any purchase for ever; may lie behind the sample
 * @param dropoutHazard chance a day of dropping out
 */
public record Life(
    int index,
    boolean isKnown,
    int onlineFrom,
    int storeFrom,
    double onlineRate,
    double storeRate,
    boolean isRegular,
    int slowingFrom,
    int droppedOut,
    double dropoutHazard) {
  public static final int NEVER = 1_000_000;

  /** First day as a customer of the channel. */
  public int from(Channel channel) {
    return channel == Channel.ONLINE ? onlineFrom : storeFrom;
  }

  public double rate(Channel channel) {
    return channel == Channel.ONLINE ? onlineRate : storeRate;
  }

  /** Whether the person is a customer of the channel at the end of the day. */
  public boolean isCustomer(Channel channel, int day) {
    return isKnown && from(channel) <= day;
  }

  public boolean isSlowing() {
    return slowingFrom < NEVER;
  }
}
