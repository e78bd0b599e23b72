package io.clientele.sample.market;

/** What dice are thrown for; append only, the order is part of the committed bytes. */
public enum Topic {
  LIFE,
  VISIT,
  RHYTHM,
  TASTE,
  BASKET,
  IDENTITY,
  ADDRESS,
  CHANGE,
  SPELLING,
  CLOCK,
  AFTERMATH,
  PRODUCT,
  PRICE,
  WALK,
  PLANTING,
  FORM,
  MEMBERSHIP,
  PAYMENT,
  CASE,
  CAMPAIGN,
  CONTRACT,
  ACCOUNT,
  STAFF,
  STOCK,
  EXCHANGE
}
