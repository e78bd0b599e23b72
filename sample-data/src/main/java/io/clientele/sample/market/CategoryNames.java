package io.clientele.sample.market;

import java.util.List;

/** What the pages of the catalogue are called. */
public final class CategoryNames {
  public static final List<String> ALL = CategoryPage.ALL.stream().map(CategoryPage::name).toList();

  private CategoryNames() {}
}
