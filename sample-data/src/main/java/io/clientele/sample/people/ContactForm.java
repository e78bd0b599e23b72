package io.clientele.sample.people;

/**
 * A person as a clerk took him down on a day.
 *
 * @param birthDate ISO date; empty if not asked for
 * @param isNameDifferent whether the name is not the person's own
 * @param shared what of it belongs to others too: {@code family_phone}, {@code info_mailbox} or
 *     both with {@code |} between; mostly empty
 */
public record ContactForm(
    String firstName,
    String lastName,
    String email,
    String phone,
    String birthDate,
    boolean isNameDifferent,
    String shared) {}
