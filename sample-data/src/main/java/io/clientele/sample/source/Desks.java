package io.clientele.sample.source;

import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.truth.PlantedTruth;
import java.util.ArrayList;
import java.util.List;

/** A system whose entities each come in files of their own. */
public final class Desks implements SourceSystem {
  private final String name;
  private final Retailer retailer;
  private final PlantedTruth truth;
  private final Shelf shelf;
  private final List<SourceSystem> desks = new ArrayList<>();

  public Desks(String name, Retailer retailer, PlantedTruth truth) {
    this.name = name;
    this.retailer = retailer;
    this.truth = truth;
    this.shelf = new Shelf(retailer.options(), name, truth);
  }

  /** An entity more. */
  public Desks with(Layout layout, Rows rows) {
    desks.add(new Desk(retailer, shelf, truth, layout, rows));
    return this;
  }

  /** An entity that belongs to the company as a whole: only the first part writes it. */
  public Desks withCompany(Layout layout, Rows rows) {
    return shelf.isFirstPart() ? with(layout, rows) : this;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void day(int day) {
    desks.forEach(desk -> desk.day(day));
  }

  @Override
  public void end() {
    desks.forEach(SourceSystem::end);
  }
}
