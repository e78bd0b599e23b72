package io.clientele.jobs.config;

/**
 * When what a source delivers in a night cannot be what it means.
 *
 * @param refusedPercentWarn more of the new rows of a source entity refused are warned about
 * @param refusedPercentStop more stop the night; 100 = none does
 * @param vanishedPercentStop a full extract that holds so many percent fewer records than the one
 *     before stops the night; 100 = none does
 */
public record QualitySettings(
    int refusedPercentWarn, int refusedPercentStop, int vanishedPercentStop) {}
