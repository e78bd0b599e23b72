package io.clientele.models.crosssell.mining;

/**
 * How many baskets of each size.
 *
 * @param sizes sizes, each once
 * @param counts baskets of each
 */
public record SizeCounts(int[] sizes, int[] counts) {}
