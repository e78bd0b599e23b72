package io.clientele.jobs.init.guess;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which column has which role. A column has one role at most. */
final class Roles {
  private final Map<Role, Integer> columns = new EnumMap<>(Role.class);
  private final Set<Role> byContent = new LinkedHashSet<>();

  /** Gives a role by the name of the column. */
  void byName(Role role, int column) {
    columns.put(role, column);
    byContent.remove(role);
  }

  /** Gives a role by what the column holds, whatever its name. */
  void byContent(Role role, int column) {
    columns.put(role, column);
    byContent.add(role);
  }

  void move(Role from, Role to) {
    columns.put(to, columns.remove(from));
    byContent.add(to);
  }

  void drop(Role role) {
    columns.remove(role);
  }

  Optional<Integer> column(Role role) {
    return Optional.ofNullable(columns.get(role));
  }

  /** The column of a role, or -1. */
  int index(Role role) {
    return columns.getOrDefault(role, -1);
  }

  boolean has(Role role) {
    return columns.containsKey(role);
  }

  boolean isTaken(int column) {
    return columns.containsValue(column);
  }

  boolean isByContent(Role role) {
    return byContent.contains(role);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Roles roles && roles.columns.equals(columns);
  }

  @Override
  public int hashCode() {
    return columns.hashCode();
  }

  @Override
  public String toString() {
    return columns.toString();
  }
}
