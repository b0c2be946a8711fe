import io.trino.plugin.hive.HivePlugin;
import io.trino.server.testing.TestingTrinoServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

// Trino in one process on the loopback address, with one catalog over the files of this machine, of which it writes none but
// its metastore. Arguments: port (0: any free one), folder for its state, process that it is for. Writes its address to
// `url` in that folder, and ends when the process has ended, and the folder with it.
public class Server {
  public static void main(String[] arguments) throws Exception {
    Path state = Path.of(arguments[1]);
    ProcessHandle owner = ProcessHandle.of(Long.parseLong(arguments[2])).orElseThrow();
    TestingTrinoServer server = TestingTrinoServer.builder()
        .setProperties(Map.of("http-server.http.port", arguments[0]))
        .build();
    server.installPlugin(new HivePlugin());
    server.createCatalog("hive", "hive", Map.of(
        "hive.metastore", "file",
        "hive.metastore.catalog.dir", "local://" + state.resolve("metastore"),
        "fs.native-local.enabled", "true",
        "local.location", "/",
        "hive.recursive-directories", "true",
        "hive.partition-projection-enabled", "true",
        "hive.text.max-line-length", "256MB"));
    // Whoever sees the file reads it whole.
    Path written = Files.writeString(state.resolve("url.tmp"), server.getBaseUrl().toString());
    Files.move(written, state.resolve("url"), StandardCopyOption.ATOMIC_MOVE);
    owner.onExit().get();
    // All that it has is this folder; an orderly end takes ten seconds.
    try (Stream<Path> files = Files.walk(state)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
    Runtime.getRuntime().halt(0);
  }
}
