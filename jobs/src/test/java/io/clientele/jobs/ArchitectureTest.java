package io.clientele.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.clientele.models.registry.RetrainingSpans;
import io.clientele.pipeline.TrainStep;

/** The walls between the rooms; each rule says why it stands. */
@AnalyzeClasses(
    packages = "io.clientele",
    importOptions = {ImportOption.DoNotIncludeTests.class})
class ArchitectureTest {

  @ArchTest
  static final ArchRule declarationsKnowOnlyJava =
      noClasses()
          .that()
          .resideInAPackage("io.clientele.warehouse..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("io.clientele.warehouse..", "java..")
          .because("readers must start at once: the declarations have no dependency");

  @ArchTest
  static final ArchRule reportsKnowNoEngine =
      noClasses()
          .that()
          .resideInAPackage("io.clientele.reports..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.spark..",
              "org.apache.iceberg..",
              "org.apache.hadoop..",
              "io.clientele.pipeline..",
              "io.clientele.etl..",
              "io.clientele.models..",
              "io.clientele.jobs..")
          .because("reports read the files that the manifest names, with DuckDB");

  @ArchTest
  static final ArchRule etlAndModelsMeetAtTables =
      noClasses()
          .that()
          .resideInAPackage("io.clientele.etl..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.clientele.models..", "io.clientele.reports..", "io.clientele.jobs..")
          .because("modules meet at tables, not at classes");

  @ArchTest
  static final ArchRule modelsKnowNeitherEtlNorReports =
      noClasses()
          .that()
          .resideInAPackage("io.clientele.models..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.clientele.etl..", "io.clientele.reports..", "io.clientele.jobs..")
          .because("modules meet at tables, not at classes");

  @ArchTest
  static final ArchRule pipelineKnowsNoStep =
      noClasses()
          .that()
          .resideInAPackage("io.clientele.pipeline..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.clientele.etl..",
              "io.clientele.models..",
              "io.clientele.reports..",
              "io.clientele.jobs..")
          .because("the runner runs any step");

  @ArchTest
  static final ArchRule everyTrainingCanBeAskedFor =
      classes()
          .that()
          .implement(TrainStep.class)
          .and()
          .areNotInterfaces()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(RetrainingSpans.class)
          .because("--retrain trains every family, so one place says when a champion is due");

  @ArchTest
  static final ArchRule onlyTheStoreWrites =
      noClasses()
          .that()
          .resideInAPackage("io.clientele..")
          .and()
          .resideOutsideOfPackage("io.clientele.pipeline.store..")
          .should()
          .callMethod(org.apache.spark.sql.Dataset.class, "write")
          .orShould()
          .callMethod(org.apache.spark.sql.Dataset.class, "writeTo", String.class)
          .because("a table is written by the store alone, on the branch of the run");

  @ArchTest
  static final ArchRule onlyJobsBuildsSessions =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.clientele.jobs.spark..", "io.clientele.testkit..")
          .should()
          .callMethod(org.apache.spark.sql.SparkSession.class, "builder")
          .because("the session is set up in one place");

  @ArchTest
  static final ArchRule picocliStaysInTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.clientele.jobs.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..")
          .because("the command line is one room");

  @ArchTest
  static final ArchRule oneClassKnowsQuartz =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.QuartzClock(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.quartz..")
          .because("Quartz is an alarm clock; what is due is decided by our tables");

  @ArchTest
  static final ArchRule schedulingKnowsNoEngine =
      noClasses()
          .that()
          .resideInAPackage("io.clientele.jobs.schedule..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "org.apache.iceberg..", "org.apache.hadoop..")
          .because("a scheduler starts without Spark; tasks are processes of their own");

  @ArchTest
  static final ArchRule onlyMainEndsTheProcess =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.clientele.jobs.cli.Main")
          .should()
          .callMethod(System.class, "exit", int.class)
          .because("everything else returns an exit code");

  @ArchTest
  static final ArchRule stepsHaveNoClock =
      noClasses()
          .that()
          .resideInAnyPackage("io.clientele.etl..", "io.clientele.models..")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("a step's only clock is RunContext");
}
