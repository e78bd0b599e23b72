package io.clientele.etl.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.Locale;
import org.apache.spark.sql.Column;

/**
 * What can link two records. Each rule compares a normalised value for equality; a pair that has it
 * in common must also agree in what else is known of the two, because families share a telephone
 * and firms a mailbox.
 */
public enum IdentityRule {
  /** Same mailbox; birth dates do not differ, and they or the names agree. */
  EMAIL("lower(trim(email)) rlike '^[^@ ]+@[^@ ]+[.][^@ ]+$'", "lower(trim(email))") {
    @Override
    Column isSamePerson(Column left, Column right) {
      Agreement agreement = new Agreement(left, right);
      return not(agreement.birthDatesDiffer())
          .and(agreement.birthDatesAgree().or(not(agreement.namesDiffer())));
    }
  },

  /** Same last nine digits; names are known and agree, birth dates do not differ. */
  PHONE(
      "length(regexp_replace(phone, '[^0-9]', '')) >= 7",
      "right(regexp_replace(phone, '[^0-9]', ''), 9)") {
    @Override
    Column isSamePerson(Column left, Column right) {
      Agreement agreement = new Agreement(left, right);
      return not(agreement.birthDatesDiffer()).and(agreement.namesAgree());
    }
  },

  /** Same card; not when both names and birth dates differ. */
  LOYALTY_CARD(
      "length(regexp_replace(loyalty_card, '[^0-9A-Za-z]', '')) >= 4",
      "upper(regexp_replace(loyalty_card, '[^0-9A-Za-z]', ''))") {
    @Override
    Column isSamePerson(Column left, Column right) {
      Agreement agreement = new Agreement(left, right);
      return not(agreement.birthDatesDiffer().and(agreement.namesDiffer()));
    }
  },

  /** Born on the same day, lives or lived in the same postcode, names are known and agree. */
  NAME_BIRTH_DATE_POSTCODE(
      "birth_date is not null and length(trim(postcode)) > 0",
      "concat(birth_date, ' ', upper(regexp_replace(postcode, '[^0-9A-Za-z]', '')))") {
    @Override
    Column isSamePerson(Column left, Column right) {
      return new Agreement(left, right).namesAgree();
    }
  };

  /** A steward says that two records are one customer. */
  static final String ALWAYS = "always";

  /** A steward says that two records are two customers. */
  static final String NEVER = "never";

  private final String condition;
  private final String expression;

  IdentityRule(String condition, String expression) {
    this.condition = condition;
    this.expression = expression;
  }

  /** Name in the configuration, in links and explanations. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether two persons that share the value are one; columns of {@link Persons#KNOWN}. */
  abstract Column isSamePerson(Column left, Column right);

  /** SQL over the columns of a customer: rule and normalised value; empty value = none usable. */
  String identifier() {
    return "named_struct('rule', '%s', 'value', case when %s then %s end)"
        .formatted(code(), condition, expression);
  }

  /** The condition of {@link #isSamePerson} for a pair of any rule. */
  static Column isSamePerson(Column rule, Column left, Column right) {
    Column isSame = lit(false);
    for (IdentityRule each : values()) {
      isSame = isSame.or(rule.equalTo(each.code()).and(each.isSamePerson(left, right)));
    }
    return coalesce(isSame, lit(false));
  }
}
