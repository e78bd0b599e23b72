package io.clientele.reports.chart;

import java.util.List;

/** The colours of the report; they stay apart in print and for colour-blind readers. */
public final class Palette {
  public static final String BLUE = "#1f4e79";
  public static final String TEAL = "#2a9d8f";
  public static final String AMBER = "#e9a23b";
  public static final String RED = "#b5462f";
  public static final String SKY = "#8fb8de";
  public static final String GREY = "#9aa5b1";
  public static final String INK = "#1b2733";
  public static final String SOFT_INK = "#52606d";
  public static final String LINE = "#e1e6eb";

  /** For series that have no order among themselves. */
  public static final List<String> SERIES =
      List.of(BLUE, TEAL, AMBER, SKY, RED, "#6d597a", GREY, "#577590");

  /** From little to much risk, in ten steps. */
  public static final List<String> RISK =
      List.of(
          "#7fb5a9", "#7fb5a9", "#a9c29a", "#cfcb8a", "#e9c46a", "#e9b45a", "#e39a4d", "#d67a43",
          "#c65d3a", "#a83c28");

  private Palette() {}
}
