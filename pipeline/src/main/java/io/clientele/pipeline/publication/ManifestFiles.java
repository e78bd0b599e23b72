package io.clientele.pipeline.publication;

import io.clientele.pipeline.metadata.Json;
import io.clientele.warehouse.publication.Publication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Manifest files of publications below the warehouse folder; a reader sees a whole one or none. */
final class ManifestFiles {
  private final Path warehouse;

  ManifestFiles(Path warehouse) {
    this.warehouse = warehouse;
  }

  /** The publication's own manifest, kept as long as the publication is. */
  void write(Publication publication) {
    replace(Publication.manifestName(publication.id()), Json.write(publication));
  }

  /** The manifest that readers open first. */
  void makeCurrent(Publication publication) {
    replace(Publication.CURRENT, Json.write(publication));
  }

  /** What its run would publish by now, for a look before. */
  void writeCandidate(Publication candidate) {
    replace(Publication.candidateName(candidate.runId()), Json.write(candidate));
  }

  void delete(long id) {
    delete(Publication.manifestName(id));
  }

  void deleteCandidate(String runId) {
    delete(Publication.candidateName(runId));
  }

  private void delete(String name) {
    try {
      Files.deleteIfExists(warehouse.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot delete manifest " + name + ": " + e.getMessage() + "; see to the folder.", e);
    }
  }

  private void replace(String name, String text) {
    Path target = warehouse.resolve(name);
    Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
    try {
      Files.createDirectories(target.getParent());
      try (FileChannel channel =
          FileChannel.open(
              temporary,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write manifest " + target + ": " + e.getMessage() + "; see to the folder.", e);
    }
  }
}
