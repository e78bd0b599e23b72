package io.clientele.etl.mapping;

/**
 * What is wrong in a declaration.
 *
 * @param message what cannot be done, why, and the next move
 * @param line line in the configuration file; 0 = not known
 */
public record Problem(String message, int line) {}
