package io.clientele.sample.market;

import java.util.List;

/**
 * Random numbers that are a pure function of seed and place: whoever asks for a customer's day
 * again gets the same day, so nothing has to be kept in memory. SplitMix64 (Steele, Lea, Flood
 * 2014), with StrictMath, so that every Java gives the same bytes.
 */
public final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /** Dice for one question about one thing on one day. */
  public static Dice of(long seed, Topic topic, long thing, long day) {
    long mixed = mix(seed + GOLDEN * (topic.ordinal() + 1));
    mixed = mix(mixed ^ (thing * 0xD1B54A32D192ED03L));
    return new Dice(mix(mixed + day * 0x8CB92BA72F3D8DD7L));
  }

  /** Uniform in [0, 1). */
  public double unit() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in 0 … bound - 1. */
  public int below(int bound) {
    return (int) (unit() * bound);
  }

  public boolean chance(double probability) {
    return unit() < probability;
  }

  public <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** A digit string of the given length. */
  public String digits(int length) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < length; i++) {
      digits.append((char) ('0' + below(10)));
    }
    return digits.toString();
  }

  public double exponential(double mean) {
    return -mean * StrictMath.log(1 - unit());
  }

  /** Gamma by Marsaglia and Tsang (2000); shape at least 1. */
  public double gamma(double shape, double mean) {
    double d = shape - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = normal();
      double v = (1 + c * x) * (1 + c * x) * (1 + c * x);
      if (v > 0 && StrictMath.log(1 - unit()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
        return d * v * mean / shape;
      }
    }
  }

  private double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
    return radius * StrictMath.cos(2 * StrictMath.PI * unit());
  }

  private long nextLong() {
    state += GOLDEN;
    return mix(state);
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
