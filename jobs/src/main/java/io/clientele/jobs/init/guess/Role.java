package io.clientele.jobs.init.guess;

import io.clientele.jobs.init.profile.ColumnProfile;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a column of a transaction file can be. Names are compared without signs and accents, in
 * lower case: {@code Kunden-Nr.} is {@code kundennr}.
 */
enum Role {
  ORDERED_AT(
      "time of the order",
      "((order|invoice|transaction|purchase|sales?|bestell|kauf|beleg|rechnungs?|auftrags?|bon|"
          + "verkaufs?|umsatz|buchungs?)s?(date|time|datetime|timestamp|datum|zeit|zeitpunkt|tag)"
          + "|date|datum|fecha|data|datetime|timestamp|time|zeitstempel|zeitpunkt|orderedat|"
          + "dateachat|datecommande|fechapedido|datafattura)",
      "(?!.*(birth|geb|ship|liefer|deliver|update|modif|change|regist|valid|due|faellig)).*"
          + "(date|datum|zeit|time|fecha|tag|jour|giorno|stamp).*"),
  TIME_OF_DAY("time of day", "(time|uhrzeit|zeit|hora|heure|ora|timeofday|kaufzeit)", "x^"),
  ORDER(
      "order number",
      "(sales?|pos)?(order|invoice|receipt|basket|transaction|trans|ticket|bill|bon|beleg|auftrag|"
          + "bestellung|bestell|rechnung|kassenbon|kassenzettel|vorgang|warenkorb|commande|facture|"
          + "pedido|factura|ordine|fattura|scontrino|bestelling|zamowienie|paragon|purchase)s?"
          + Names.NUMBER,
      "(numero|num|no|id|nr)(de|di|la)*(commande|facture|pedido|factura|ordine|fattura)"),
  CUSTOMER(
      "customer",
      "(customer|client|kunden?|kd|household|haushalts?|member|mitglieds?|user|buyer|shopper|"
          + "account|konto|debitor(en)?|loyalty|loyaltycard|kundenkarten?|cliente|clienti|klant|"
          + "klient|panelist|cust)s?"
          + Names.NUMBER,
      "id|card" + Names.NUMBER),
  QUANTITY(
      "quantity",
      "(order(ed)?|bestell|line|item|sales?|verkaufs?)?(quantity|qty|menge|anzahl|stueck|stk|"
          + "stueckzahl|units?|unitssold|pieces|count|cantidad|quantite|quantita|aantal|ilosc|"
          + "absatz|numberofitems|itemcount)",
      "cds|numberof[a-z]+|volume|qte|cant"),
  UNIT_PRICE(
      "price of one unit",
      "(unit|item|selling|sales?|product|einzel|stueck|artikel|verkaufs?|vk)(price|preis)"
          + Names.MONEY
          + "|(price|preis)(perunit|peritem|each|prostueck|jestueck)|prixunitaire|preciounitario|"
          + "prezzounitario|cenajednostkowa|stuksprijs|ep",
      "(net|gross|netto|brutto)?(price|preis|prix|precio|prezzo|prijs|cena)" + Names.MONEY),
  AMOUNT(
      "amount of the line",
      "(line|order|sales?|total|net|gross|item|row|positions?|gesamt|zeilen|netto|brutto|umsatz|"
          + "invoice|purchase|transaction)?(amount|value|total|revenue|turnover|betrag|umsatz|summe"
          + "|wert|montant|importe|importo|bedrag|kwota|spend|dollars)"
          + Names.MONEY
          + "|(total|gesamt|line|end)(price|preis|cost|kosten)|price?total|preisgesamt|sales",
      "(montant|importe|importo).*"),
  DISCOUNT(
      "discount",
      "(line|item|price|retail|total|gesamt)?(discount|rabatt|nachlass|remise|descuento|sconto|"
          + "korting|disc)(amount|betrag|value|rate|percent)?"
          + Names.MONEY,
      "x^"),
  PRODUCT(
      "product",
      "(product|produkt|item|article|artikel|art|sku|stock|material|ean|gtin|upc|barcode|asin|isbn|"
          + "producto|articulo|produit|prodotto|articolo|towar)s?(sku)?"
          + Names.NUMBER,
      "(ref|reference|referenz|code)"),
  PRODUCT_NAME(
      "product name",
      "(product|produkt|item|article|artikel|stock)?(name|description|desc|bezeichnung|"
          + "beschreibung|title|titel|text|libelle|designation|descripcion|descrizione|"
          + "omschrijving)",
      "(nom|nombre|nome)?(produit|producto|prodotto)"),
  CATEGORY(
      "category",
      "(product|produkt|item|artikel|waren)?(category|kategorie|group|gruppe|department|commodity|"
          + "categorie|categoria|sortiment|rubrik|family|class|type)",
      "x^"),
  LINE_NUMBER(
      "line number",
      "(order|invoice|bon|beleg)?(line|position|pos|zeile|ligne|linea|linie|row|item)(no|nr|num|"
          + "number|nummer)|(line|pos|position)(id)?|positionsnummer",
      "x^"),
  CUSTOMER_NAME(
      "customer name", "(customer|client|kunden?|buyer|cliente)(full)?name|fullname", "x^"),
  COUNTRY(
      "country",
      "(customer|ship|shipping|billing|kunden|liefer)?(country|land|pays|pais|paese|nation|kraj)"
          + "(code|name)?",
      "x^"),
  REGION(
      "region",
      "(sales|customer|verkaufs|kunden)?(region|state|bundesland|province|provinz|gebiet|kanton|"
          + "area)(code|name)?",
      "x^"),
  STORE(
      "store",
      "(store|shop|branch|outlet|filiale|filial|markt|laden|geschaeft|magasin|tienda|negozio|"
          + "winkel|sklep|location)s?"
          + Names.NUMBER,
      "x^"),
  CHANNEL(
      "sales channel",
      "(sales|order|verkaufs|vertriebs|bestell)?(channel|kanal|weg|canal|medium|platform)",
      "x^");

  private final String title;
  private final Pattern strong;
  private final Pattern weak;

  Role(String title, String strong, String weak) {
    this.title = title;
    this.strong = Pattern.compile(strong);
    this.weak = Pattern.compile(weak);
  }

  /** Endings shared by names. */
  private static final class Names {
    private static final String NUMBER = "(id|no|nr|num|number|nummer|key|code|numero|numer|nbr)?";
    private static final String MONEY = "(eur|euro|usd|gbp|chf|net|gross|netto|brutto)?";
  }

  String title() {
    return title;
  }

  /** 2 when the name says so plainly, 1 when it may, 0 when it does not. */
  int nameScore(String column) {
    String name = plain(column);
    if (strong.matcher(name).matches()) {
      return 2;
    }
    return weak.matcher(name).matches() ? 1 : 0;
  }

  /** Whether what the column holds can be this at all. */
  boolean admits(ColumnProfile column) {
    boolean isNumber = column.numericShare() >= 0.95;
    return switch (this) {
      case ORDERED_AT -> column.time().hasDate() && column.emptyShare() < 0.5;
      case TIME_OF_DAY -> column.time().hasTimeOfDay() && !column.time().hasDate();
      case ORDER -> isId(column) && column.emptyShare() < 0.05;
      case CUSTOMER -> isId(column) && comesBack(column);
      case PRODUCT -> isId(column);
      case QUANTITY, UNIT_PRICE, AMOUNT, DISCOUNT -> isNumber;
      case PRODUCT_NAME, CUSTOMER_NAME -> !isNumber && !column.time().hasDate();
      case CATEGORY, COUNTRY, REGION, CHANNEL, STORE, LINE_NUMBER -> !column.hasFractions();
    };
  }

  private static boolean comesBack(ColumnProfile column) {
    return column.lines() < 50 || column.distinct().estimate() < column.lines() * 0.98;
  }

  static boolean isId(ColumnProfile column) {
    return !column.hasFractions()
        && column.distinct().estimate() > 0
        && column.emptyShare() < 0.95
        && !(column.time().hasDate() && column.numericShare() < 0.95);
  }

  static String plain(String column) {
    String lower = column.toLowerCase(Locale.ROOT);
    String german =
        lower.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
    return Normalizer.normalize(german, Normalizer.Form.NFD).replaceAll("[^a-z0-9]", "");
  }
}
