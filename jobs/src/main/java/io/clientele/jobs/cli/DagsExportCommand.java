package io.clientele.jobs.cli;

import io.clientele.jobs.schedule.dagfile.AirflowExport;
import io.clientele.jobs.schedule.dagfile.LoadSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code clientele dags export}: the files that a company's Airflow loads. */
@Command(
    name = "export",
    description = "Write the DAG files for an Airflow: the YAML with loaders, or plain Python.",
    mixinStandardHelpOptions = true)
public final class DagsExportCommand implements Callable<Integer> {
  /** For whom the files are written. */
  enum Target {
    AIRFLOW
  }

  @Option(names = "--to", required = true, paramLabel = "TARGET", description = "airflow")
  private Target target;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to.")
  private Path out;

  @Option(
      names = "--dags",
      paramLabel = "DIR",
      description = "Folder of the DAG files; default: the shipped ones.")
  private Path dags = shipped();

  @Option(
      names = "--installed",
      paramLabel = "DIR",
      description = "Where the files will lie in Airflow, for the loaders; default: --out.")
  private Path installed;

  @Option(
      names = "--plain",
      description = "Plain Python DAGs instead, for an Airflow without dag-factory.")
  private boolean plain;

  private static Path shipped() {
    return Path.of(System.getProperty("clientele.home", ".")).resolve("jobs/dags");
  }

  @Override
  public Integer call() {
    List<Path> written =
        switch (target) {
          case AIRFLOW -> forAirflow(LoadSettings.standard());
        };
    written.forEach(Terminal.out()::println);
    if (!plain) {
      Terminal.out()
          .println(
              "Airflow needs the package dag-factory for them; set DO_NOT_TRACK=1 there, or it"
                  + " reports its use to its makers.");
    }
    Terminal.out().flush();
    return ExitCodes.DONE;
  }

  private List<Path> forAirflow(LoadSettings settings) {
    return plain
        ? AirflowExport.plain(dags, out, settings)
        : AirflowExport.loaders(dags, out, installed == null ? out : installed, settings);
  }
}
