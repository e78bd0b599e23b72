package io.clientele.jobs.cli;

import io.clientele.sample.GenerateSample;
import io.clientele.sample.GeneratedSample;
import io.clientele.sample.retailer.RetailerOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code clientele sample-data}: the fictional retailer, at any size. */
@Command(
    name = "sample-data",
    description = "The fictional retailer that the sample is made of.",
    mixinStandardHelpOptions = true,
    subcommands = SampleDataCommand.Generate.class)
final class SampleDataCommand implements Runnable {
  @Override
  public void run() {
    new picocli.CommandLine(this).usage(Terminal.out());
    Terminal.out().flush();
  }

  /** {@code sample-data generate}. */
  @Command(
      name = "generate",
      description = "Write extracts, planted truth and a clientele.yaml into a folder.",
      mixinStandardHelpOptions = true)
  static final class Generate implements Callable<Integer> {
    @Option(names = "--scale", description = "1 = about 2,000 customers and 24 months; default 1.")
    private double scale = 1;

    @Option(
        names = "--seed",
        description =
            "The same seed gives the same bytes; default: the seed of the shipped sample.")
    private long seed = RetailerOptions.COMMITTED_SEED;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to fill.")
    private Path folder;

    @Override
    public Integer call() {
      RetailerOptions options =
          RetailerOptions.committed(folder.toAbsolutePath().normalize())
              .withScale(scale)
              .withSeed(seed);
      GeneratedSample made = GenerateSample.run(options, share -> {});
      Terminal.out()
          .printf(
              "Made %d files (%.1f MB) in %s; next: clientele --project %s nightly%n",
              made.files(), made.bytes() / 1e6, folder, folder);
      Terminal.out().flush();
      return ExitCodes.DONE;
    }
  }
}
