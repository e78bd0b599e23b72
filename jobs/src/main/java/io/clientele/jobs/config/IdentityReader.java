package io.clientele.jobs.config;

import io.clientele.etl.identity.IdentityRule;
import io.clientele.etl.identity.IdentitySettings;
import io.clientele.etl.identity.StewardsFile;
import io.clientele.etl.source.SourceDeclaration;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads how identities are matched, and the file of the stewards. */
final class IdentityReader {
  private static final int MOST_SHARERS = 100;

  private final Path folder;
  private final Set<String> sources;

  IdentityReader(Path folder, List<SourceDeclaration> sources) {
    this.folder = folder;
    this.sources = sources.stream().map(SourceDeclaration::name).collect(Collectors.toSet());
  }

  IdentitySettings read(Section section) {
    Section rules = section.section("rules").onlyKnownKeys();
    Set<IdentityRule> on = EnumSet.noneOf(IdentityRule.class);
    for (IdentityRule rule : IdentityRule.values()) {
      if (rules.truth(rule.code())) {
        on.add(rule);
      }
    }
    int sharers = section.integer("shared_by_at_most", 2, MOST_SHARERS);
    return new IdentitySettings(on, sharers, overrides(section));
  }

  private List<IdentitySettings.Override> overrides(Section section) {
    Optional<Path> file = section.optionalText("overrides").map(folder::resolve);
    try {
      return file.map(path -> StewardsFile.read(path, sources)).orElse(List.of());
    } catch (IllegalArgumentException refused) {
      String[] parts = refused.getMessage().split("; ", 2);
      section.problem("overrides", parts[0], parts[1].replaceAll("[.]$", ""));
      return List.of();
    }
  }
}
