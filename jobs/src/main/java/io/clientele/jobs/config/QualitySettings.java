package io.clientele.jobs.config;

/**
 * How many of the new rows of a source entity may be refused.
 *
 * @param refusedPercentWarn more are warned about
 * @param refusedPercentStop more stop the night; 100 = none does
 */
public record QualitySettings(int refusedPercentWarn, int refusedPercentStop) {}
