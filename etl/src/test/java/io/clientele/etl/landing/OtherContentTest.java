package io.clientele.etl.landing;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.EntityDeclaration.Delivery;
import io.clientele.etl.source.EntityDeclaration.Redelivery;
import io.clientele.etl.source.FileFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OtherContentTest {
  private static EntityDeclaration entity(
      String canonical, Delivery delivery, Redelivery redelivery) {
    return new EntityDeclaration(
        "shop",
        "files",
        canonical,
        "*.csv",
        Optional.empty(),
        delivery,
        false,
        FileFormat.standard(),
        List.of(),
        redelivery,
        Optional.empty(),
        Map.of(),
        List.of(),
        Map.of());
  }

  @Test
  void correctedLinesWouldCountTwiceAndThatIsSaid() {
    EntityDeclaration lines = entity("sales_line", Delivery.CHANGES, Redelivery.APPEND);
    assertThat(OtherContent.note(lines, 499, 500))
        .contains(
            "It came again with other content: 499 records before, 500 now. Lines that are not"
                + " known are added to those of the earlier file, which stay (redelivery: append);"
                + " if it corrects the earlier file, set redelivery: replace_order.");
  }

  @Test
  void recordsThatReplaceEachOtherAreSaidOnlyWhenSomeAreMissing() {
    EntityDeclaration customers = entity("customer", Delivery.CHANGES, Redelivery.APPEND);
    assertThat(OtherContent.note(customers, 5, 5)).isEmpty();
    assertThat(OtherContent.note(customers, 5, 4).orElseThrow())
        .startsWith("It came again with other content: 5 records before, 4 now. What it no longer")
        .endsWith("set delivery: full.");
    assertThat(OtherContent.note(entity("customer", Delivery.FULL, Redelivery.APPEND), 5, 4))
        .isEmpty();
  }

  @Test
  void ordersThatAreReplacedNeedNoWord() {
    EntityDeclaration lines = entity("sales_line", Delivery.CHANGES, Redelivery.REPLACE_ORDER);
    assertThat(OtherContent.note(lines, 5, 6)).isEmpty();
  }
}
