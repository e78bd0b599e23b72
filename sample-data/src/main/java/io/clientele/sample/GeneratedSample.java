package io.clientele.sample;

import java.nio.file.Path;

/**
 * What a generation has left.
 *
 * @param folder project folder with clientele.yaml
 * @param files delivered files
 * @param bytes size of the delivered files
 */
public record GeneratedSample(Path folder, int files, long bytes) {}
