package io.clientele.reports.text;

import static io.clientele.reports.text.Html.html;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void textIsEscapedAndPiecesOfHtmlAreNot() {
    Html inner = html("<b>{}</b>", "<i> & \"x\" 'y' {}");
    assertThat(html("<p title=\"{}\">{}</p>", "\"><script>", inner).markup())
        .isEqualTo(
            "<p title=\"&quot;&gt;&lt;script&gt;\"><b>&lt;i&gt; &amp; &quot;x&quot; &#39;y&#39; {}</b></p>");
  }

  @Test
  void collectionsStandOneAfterTheOther() {
    assertThat(html("<ul>{}</ul>", List.of(html("<li>{}</li>", 1), "<")).markup())
        .isEqualTo("<ul><li>1</li>\n&lt;</ul>");
  }

  @Test
  void aTemplateWithAnotherNumberOfHolesIsRefused() {
    assertThatThrownBy(() -> html("<p>{}</p>", 1, 2)).hasMessageContaining("1 holes for 2 parts");
  }
}
