package io.clientele.sample.people;

import io.clientele.sample.market.Dice;
import io.clientele.sample.market.Store;
import io.clientele.sample.market.Topic;
import io.clientele.sample.people.Employee.Department;
import java.util.ArrayList;
import java.util.List;

/**
 * All who work for the retailer. In the stores some leave, and somebody else takes the post; in the
 * head office everybody stays.
 */
public final class Staff {
  private static final List<String> REGIONS = List.of("Nord", "Ost", "Süd", "West");
  private static final double LEAVES = 0.2;
  private static final double IS_PROMOTED = 0.15;
  private static final int FIRST_ID = 101;

  private final List<Employee> employees = new ArrayList<>();

  /**
   * The staff of a seed.
   *
   * @param days length of the sample
   */
  public Staff(long seed, int days) {
    for (Department department : Department.values()) {
      for (int post = 0; post < department.posts(); post++) {
        Dice dice = Dice.of(seed, Topic.STAFF, department.ordinal(), post);
        boolean isStore = department == Department.STORE;
        int leaves = isStore && dice.chance(LEAVES) ? 1 + dice.below(days - 1) : Life.NEVER;
        add(department, post, dice, days, -1 - dice.below(3_000), leaves);
        if (leaves < Life.NEVER) {
          add(department, post, dice, days, leaves, Life.NEVER);
        }
      }
    }
  }

  private void add(Department department, int post, Dice dice, int days, int hired, int left) {
    boolean isStore = department == Department.STORE;
    Store store = Store.ALL.get(post % Store.ALL.size());
    employees.add(
        new Employee(
            "E-" + (FIRST_ID + employees.size()),
            dice.pick(Names.FIRST),
            dice.pick(Names.LAST),
            department,
            isStore ? store.number() : "",
            isStore ? store.region() : REGIONS.get(post % REGIONS.size()),
            hired,
            left,
            dice.chance(IS_PROMOTED) ? Math.max(hired, 0) + dice.below(days) : Life.NEVER));
  }

  public List<Employee> employees() {
    return List.copyOf(employees);
  }

  /** Somebody of a department of the head office. */
  public Employee one(Department department, int any) {
    List<Employee> colleagues =
        employees.stream().filter(employee -> employee.department() == department).toList();
    return colleagues.get(Math.floorMod(any, colleagues.size()));
  }
}
