package io.clientele.sample.market;

/** Where it is bought. */
public enum Channel {
  ONLINE,
  STORE
}
