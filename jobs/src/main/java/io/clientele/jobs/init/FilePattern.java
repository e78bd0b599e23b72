package io.clientele.jobs.init;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Folder and pattern that find some files and no others that lie beside them today.
 *
 * @param folder absolute
 * @param pattern glob of names below the folder
 */
record FilePattern(Path folder, String pattern) {

  static FilePattern of(List<Path> files) {
    Path folder = files.get(0).getParent();
    if (!files.stream().allMatch(file -> file.getParent().equals(folder))) {
      throw new InitException(
          "Cannot describe files of one kind in several folders ("
              + files.get(0)
              + ", …): a source has one folder; move them together.");
    }
    List<String> names = files.stream().map(file -> file.getFileName().toString()).toList();
    if (names.size() == 1) {
      return new FilePattern(folder, escaped(names.get(0)));
    }
    String star = escaped(prefix(names)) + "*" + escaped(suffix(names));
    return new FilePattern(folder, findsOnly(folder, star, names) ? star : choice(names));
  }

  private static String choice(List<String> names) {
    return names.stream().map(FilePattern::escaped).collect(Collectors.joining(",", "{", "}"));
  }

  private static boolean findsOnly(Path folder, String pattern, List<String> names) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    try (Stream<Path> all = Files.list(folder)) {
      Set<String> found =
          all.map(Path::getFileName)
              .filter(matcher::matches)
              .map(Path::toString)
              .collect(Collectors.toSet());
      return found.equals(Set.copyOf(names));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String prefix(List<String> names) {
    String first = names.get(0);
    int end = 0;
    while (end < first.length() && haveAt(names, end, first.charAt(end))) {
      end++;
    }
    return first.substring(0, end).replaceFirst("\\d+$", "");
  }

  private static boolean haveAt(List<String> names, int place, char letter) {
    return names.stream().allMatch(name -> place < name.length() && name.charAt(place) == letter);
  }

  private static String suffix(List<String> names) {
    String name = names.get(0);
    String ending = name.substring(Math.max(0, name.indexOf('.')));
    return names.stream().allMatch(each -> each.endsWith(ending)) ? ending : "";
  }

  private static String escaped(String name) {
    return name.replaceAll("([\\\\*?{}\\[\\],])", "\\\\$1");
  }
}
