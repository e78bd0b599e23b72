package io.clientele.sample.people;

import java.time.LocalDate;

/** What a person would say about himself on a day. */
public record Profile(
    String firstName,
    String lastName,
    String email,
    String phone,
    LocalDate birthDate,
    String street,
    Town town,
    String postcode,
    String newsletter,
    String consent) {}
