package io.clientele.jobs.init.guess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which odd codes are left out of purchases. */
class ProductLinesTest {
  @TempDir private Path folder;

  private Optional<Proposal> productLine(String... lines) throws IOException {
    StringBuilder text = new StringBuilder("order_id,order_date,customer_id,sku,name,qty,price\n");
    for (int i = 0; i < 100; i++) {
      text.append("%d,2024-01-01,c%d,8%04d,Mug %d,1,2.50\n".formatted(i, i % 10, i, i));
    }
    for (String line : lines) {
      text.append(line).append('\n');
    }
    Path file = Files.writeString(folder.resolve("sales.csv"), text);
    return Guess.of(List.of(file)).proposals().stream()
        .filter(proposal -> proposal.field().equals("is_product_line"))
        .findFirst();
  }

  @Test
  void postageOfCustomersWhoBoughtProductsIsLeftOut() throws IOException {
    assertThat(productLine("900,2024-01-01,c1,POST,Postage,1,4.00"))
        .hasValueSatisfying(
            proposal -> {
              assertThat(proposal.expression()).isEqualTo("upper(sku) not in ('POST')");
              assertThat(proposal.evidence()).contains("POST 1 (Postage)").contains("4.00 of what");
            });
  }

  @Test
  void codeThatSomeCustomerBoughtAloneStaysAProduct() throws IOException {
    assertThat(
            productLine(
                "900,2024-01-01,c1,POST,Postage,1,4.00",
                "901,2024-01-02,new,FEE,Service fee,1,9.00"))
        .hasValueSatisfying(
            proposal -> {
              assertThat(proposal.expression()).isEqualTo("upper(sku) not in ('POST')");
              assertThat(proposal.evidence())
                  .contains("some customers bought nothing else: FEE 1 (Service fee), 1 customer");
            });
  }

  @Test
  void codeWithoutDigitsThatIsNamedLikeAProductStaysOne() throws IOException {
    assertThat(productLine("900,2024-01-01,c1,PADS,Pads to match all cushions,1,4.00")).isEmpty();
  }

  @Test
  void productsNamedLikeFeesAreNotOddWhenTheirCodesAreUsual() throws IOException {
    assertThat(productLine("900,2024-01-01,c1,81234,Post box,1,4.00")).isEmpty();
  }
}
