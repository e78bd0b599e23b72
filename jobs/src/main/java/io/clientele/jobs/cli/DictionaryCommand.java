package io.clientele.jobs.cli;

import io.clientele.warehouse.dictionary.BusMatrix;
import io.clientele.warehouse.dictionary.DataDictionary;
import io.clientele.warehouse.dictionary.Ddl;
import io.clientele.warehouse.spec.TableSpec;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clientele dictionary}: every table and column of this project, in words. */
@Command(
    name = "dictionary",
    description = "The data dictionary of the project, with its own attributes and sources.",
    mixinStandardHelpOptions = true)
final class DictionaryCommand implements Callable<Integer> {
  /** What can be printed. */
  enum Part {
    DICTIONARY,
    MATRIX,
    DDL
  }

  @Mixin private ProjectOption project;

  @Option(names = "--part", description = "dictionary, matrix (bus matrix) or ddl.")
  private Part part = Part.DICTIONARY;

  @Override
  public Integer call() {
    List<TableSpec> warehouse = project.open().config().warehouse().tables();
    Terminal.out()
        .println(
            switch (part) {
              case DICTIONARY -> DataDictionary.render(warehouse);
              case MATRIX -> BusMatrix.render(warehouse);
              case DDL -> Ddl.render(warehouse);
            });
    Terminal.out().flush();
    return ExitCodes.DONE;
  }
}
