package io.clientele.sample.business;

import io.clientele.sample.people.Employee;

/**
 * A business customer.
 *
 * @param index number of the account, from 0
 * @param from day on which it was opened; negative = before the first day
 * @param ownerChange day from which the second owner looks after it
 */
record Account(
    int index,
    String company,
    String industry,
    String mail,
    String phone,
    String city,
    String region,
    String country,
    int from,
    Employee firstOwner,
    Employee secondOwner,
    int ownerChange) {
  String number() {
    return "B-" + (4_000 + index);
  }

  Employee owner(int day) {
    return day < ownerChange ? firstOwner : secondOwner;
  }

  String currency() {
    return country.equals("CH") ? "CHF" : "EUR";
  }
}
