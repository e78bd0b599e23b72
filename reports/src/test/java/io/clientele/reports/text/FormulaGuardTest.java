package io.clientele.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+49 40",
        "-5",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\nx",
        "\0x",
        "＝1",
        "＋1",
        "－1",
        "＠x"
      })
  void textThatWouldBeAFormulaGetsAnApostrophe(String text) throws SQLException {
    assertThat(FormulaGuard.guard(text)).isEqualTo("'" + text);
    assertThat(guardedByDuckDb(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a=1", "Müller", "1", " =1"})
  void otherTextStaysAsItIs(String text) throws SQLException {
    assertThat(FormulaGuard.guard(text)).isEqualTo(text);
    assertThat(guardedByDuckDb(text)).isEqualTo(text);
  }

  @Test
  void nothingStaysNothing() throws SQLException {
    assertThat(guardedByDuckDb(null)).isNull();
  }

  private static String guardedByDuckDb(String text) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT " + FormulaGuard.guardSql("t") + " FROM (SELECT ?::VARCHAR AS t)")) {
      statement.setString(1, text);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
