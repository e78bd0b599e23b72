package io.clientele.jobs.schedule.dagfile;

import java.util.Set;

/** Words that Python keeps for itself. */
final class PythonWords {
  static final Set<String> ALL =
      Set.of(
          "False",
          "None",
          "True",
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with",
          "yield",
          "timedelta",
          "relativedelta",
          "BashOperator",
          "EmptyOperator");

  private PythonWords() {}
}
