package io.clientele.reports.published;

import io.clientele.warehouse.spec.PersonalData;

/** For whom a list or page is made; personal data is shown or masked by its class. */
public enum Role {
  /** Contacts customers: sees names, addresses and numbers, nothing sensitive. */
  MARKETER,
  /** Works with ids: contact data is masked. */
  ANALYST;

  /** What stands in place of a value that the role may not see. */
  public static final String MASK = "(masked)";

  public boolean maySee(PersonalData personal) {
    return switch (personal) {
      case NONE, PSEUDONYM -> true;
      case CONTACT -> this == MARKETER;
      case SENSITIVE -> false;
    };
  }
}
