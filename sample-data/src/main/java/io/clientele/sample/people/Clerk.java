package io.clientele.sample.people;

/** Who took a person down, and how carefully. */
public enum Clerk {
  LOYALTY(0.9, 0.75, 0.9, 0.15),
  SERVICE(0.85, 0.6, 0.2, 0.2),
  CAMPAIGN(1, 0, 0, 0.04),
  CONTRACT(0.97, 0.9, 1, 0.05);

  private final double asksEmail;
  private final double asksPhone;
  private final double asksBirthDate;
  private final double mistypesName;

  Clerk(double asksEmail, double asksPhone, double asksBirthDate, double mistypesName) {
    this.asksEmail = asksEmail;
    this.asksPhone = asksPhone;
    this.asksBirthDate = asksBirthDate;
    this.mistypesName = mistypesName;
  }

  double asksEmail() {
    return asksEmail;
  }

  double asksPhone() {
    return asksPhone;
  }

  double asksBirthDate() {
    return asksBirthDate;
  }

  double mistypesName() {
    return mistypesName;
  }
}
