package io.clientele.jobs.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresProgramTest {
  private static final String URL =
      "jdbc:postgresql://db.example.com:5433/crm?user=dwh&password=a%26b&sslmode=require"
          + "&ApplicationName=clientele";

  @Test
  void connectsAsTheUrlSaysAndTellsThePasswordToNobodyElse() {
    assertThat(new PostgresProgram("pg_dump", URL).environment())
        .isEqualTo(
            Map.of(
                "PGHOST", "db.example.com",
                "PGPORT", "5433",
                "PGDATABASE", "crm",
                "PGUSER", "dwh",
                "PGPASSWORD", "a&b",
                "PGSSLMODE", "require"));
  }

  @Test
  void saysWhatToInstallWhereItIsNot() {
    assertThatThrownBy(() -> new PostgresProgram("pg_dump-of-nobody", URL).run())
        .hasMessage(
            "pg_dump-of-nobody is not on the path; install PostgreSQL's client programs, of the"
                + " server's version or newer");
  }

  @Test
  void hasTheConnectionInItsEnvironmentAndSaysWhatItSaid() {
    assertThatThrownBy(
            () ->
                new PostgresProgram("sh", URL).run("-c", "echo no $PGDATABASE at $PGHOST; exit 1"))
        .hasMessage("sh failed: no crm at db.example.com");
  }
}
