package io.clientele.jobs.schedule.template;

/** A template that is refused, or that cannot be rendered for this run. */
public final class TemplateException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, in Airflow's sense. */
  public enum Kind {
    /** The text is no template that this renderer accepts. */
    REFUSED,
    /** A name, attribute or key that does not exist. */
    UNDEFINED,
    /** An attribute or filter of a value that is absent. */
    NULL_ATTRIBUTE,
    /** An operation that its values do not allow. */
    OPERATION
  }

  private final Kind kind;

  TemplateException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  static TemplateException refused(String message) {
    return new TemplateException(Kind.REFUSED, message);
  }

  static TemplateException operation(String message) {
    return new TemplateException(Kind.OPERATION, message);
  }

  static TemplateException undefined(String what) {
    return new TemplateException(Kind.UNDEFINED, what + " is undefined");
  }

  /** Whether it was refused, undefined, absent or impossible. */
  public Kind kind() {
    return kind;
  }
}
