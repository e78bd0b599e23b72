package io.clientele.warehouse.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.spec.TableSpec;
import io.clientele.warehouse.staging.StgCustomer;
import io.clientele.warehouse.staging.StgProduct;
import io.clientele.warehouse.staging.StgSalesLine;
import io.clientele.warehouse.staging.StgSalesOrder;
import io.clientele.warehouse.staging.StgStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The golden files in docs/dictionary are what the declarations say. */
class DictionaryGoldenTest {
  private static final String REWRITE =
      "./mvnw -q -pl warehouse-schema test -Dtest=DictionaryGoldenTest"
          + " -Dclientele.rewriteGolden=true";
  private static final Path FOLDER =
      Path.of(System.getProperty("clientele.root", "..")).resolve("docs/dictionary");
  private static final List<TableSpec> TABLES =
      Warehouse.canonical()
          .with(
              List.of(
                  StgCustomer.TABLE,
                  StgProduct.TABLE,
                  StgStore.TABLE,
                  StgSalesOrder.TABLE,
                  StgSalesLine.TABLE))
          .tables();

  @Test
  void dictionaryIsWhatTheTablesDeclare() throws IOException {
    same("dictionary.md", DataDictionary.render(TABLES));
  }

  @Test
  void busMatrixIsWhatTheFactsReferTo() throws IOException {
    same("bus-matrix.md", BusMatrix.render(TABLES));
  }

  @Test
  void ddlIsWhatTheTablesDeclare() throws IOException {
    same("ddl.sql", Ddl.render(TABLES));
  }

  private static void same(String name, String rendered) throws IOException {
    Path golden = FOLDER.resolve(name);
    if (Boolean.getBoolean("clientele.rewriteGolden")) {
      Files.createDirectories(FOLDER);
      Files.writeString(golden, rendered);
    }
    assertThat(golden).as("golden file; `%s` writes it", REWRITE).exists();
    assertThat(rendered)
        .as("%s differs from the declared tables; if that is meant, run `%s`", golden, REWRITE)
        .isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
  }
}
