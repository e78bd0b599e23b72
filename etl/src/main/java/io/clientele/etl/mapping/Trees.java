package io.clientele.etl.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.catalyst.expressions.Expression;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Catalyst's expression trees as Java lists. */
final class Trees {
  private Trees() {}

  static List<Expression> children(Expression node) {
    return CollectionConverters.asJava(node.children());
  }

  static <T> Seq<T> seq(List<T> list) {
    return CollectionConverters.asScala(list).toSeq();
  }

  /** The same tree with every node replaced, children first. */
  static Expression rewrite(Expression node, UnaryOperator<Expression> replacement) {
    List<Expression> before = children(node);
    List<Expression> after = new ArrayList<>(before.size());
    boolean isChanged = false;
    for (Expression child : before) {
      Expression rewritten = rewrite(child, replacement);
      isChanged |= rewritten != child;
      after.add(rewritten);
    }
    Expression same = isChanged ? (Expression) node.withNewChildren(seq(after)) : node;
    return replacement.apply(same);
  }
}
