package io.clientele.jobs.init.guess;

import io.clientele.jobs.init.profile.ColumnProfile;
import io.clientele.jobs.init.profile.FileProfile;
import java.util.List;
import java.util.Map;

/** What describes a line: names, places, channel. */
final class DescriptionProposals {
  private static final List<Map.Entry<Role, String>> FIELDS =
      List.of(
          Map.entry(Role.LINE_NUMBER, "line_number"),
          Map.entry(Role.PRODUCT_NAME, "product_name"),
          Map.entry(Role.CATEGORY, "product_category"),
          Map.entry(Role.CUSTOMER_NAME, "customer_name"),
          Map.entry(Role.COUNTRY, "customer_country"),
          Map.entry(Role.REGION, "customer_region"),
          Map.entry(Role.STORE, "store_id"),
          Map.entry(Role.CHANNEL, "channel_id"));

  private DescriptionProposals() {}

  static List<Proposal> of(FileProfile profile, Roles roles) {
    return FIELDS.stream()
        .filter(field -> roles.has(field.getKey()))
        .map(
            field -> {
              Role role = field.getKey();
              ColumnProfile column = profile.column(roles.index(role));
              String evidence =
                  Words.opening(column, role, roles)
                      + ": "
                      + Words.values(column.distinct())
                      + ", "
                      + Words.emptiness(column)
                      + Words.top(column);
              String name = Sql.column(column.name());
              return new Proposal(
                  field.getValue(),
                  column.padded() > 0 ? "trim(" + name + ")" : name,
                  role.title(),
                  column.name(),
                  evidence);
            })
        .toList();
  }
}
