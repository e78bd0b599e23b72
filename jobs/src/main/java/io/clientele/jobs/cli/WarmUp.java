package io.clientele.jobs.cli;

import io.clientele.sample.GenerateSample;
import io.clientele.sample.retailer.RetailerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs a small night, or the short commands on it, so that the launcher can keep the loaded classes
 * in an archive (class-data sharing). It is no command of the product.
 */
public final class WarmUp {
  private static final String NIGHT = "yes";

  /** Large enough for every model to be trained. */
  private static final double SCALE = 0.3;

  private WarmUp() {}

  /**
   * @param arguments {@code yes} for the classes of a night, {@code no} for the short commands; and
   *     the folder of the small project
   */
  public static void main(String[] arguments) throws IOException {
    Path project = Path.of(arguments[1]);
    if (arguments[0].equals(NIGHT)) {
      GenerateSample.run(RetailerOptions.committed(project).withScale(SCALE), share -> {});
      execute(project, "nightly");
      execute(project, "nightly");
      return;
    }
    if (Files.exists(project.resolve("warehouse"))) {
      execute(project, "status", "--steps");
      execute(project, "report");
      execute(project, "explain", "customer", "webshop:1");
      execute(project, "lists", "churn", "--top", "5");
      execute(project, "lists", "churn", "--top", "5", "--format", "csv");
      execute(
          project, "sql", "SELECT count(*) FROM fct_sales JOIN dim_customer USING (customer_key)");
    } else {
      ClienteleCommand.commandLine().execute("--help");
    }
  }

  private static void execute(Path project, String... command) {
    String[] all = new String[command.length + 2];
    System.arraycopy(command, 0, all, 0, command.length);
    all[command.length] = "--project";
    all[command.length + 1] = project.toString();
    ClienteleCommand.commandLine().execute(all);
  }
}
