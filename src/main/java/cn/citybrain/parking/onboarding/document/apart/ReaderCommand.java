package cn.citybrain.parking.onboarding.document.apart;

import cn.citybrain.parking.onboarding.document.picture.PictureReader;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the program is started: with the node's own Java and classes, from the jar or not, and nothing of its environment. */
final class ReaderCommand {

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    /** Others go first. */
    private static final List<Path> NICE = List.of(Path.of("/usr/bin/nice"), Path.of("/bin/nice"));

    private ReaderCommand() {}

    static ProcessBuilder of(ReaderSettings settings) {
        List<String> command = new ArrayList<>();
        NICE.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .ifPresent(nice -> command.addAll(List.of(nice.toString(), "-n", "10")));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.memory().toMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Xss2m",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-Duser.home=" + System.getProperty("java.io.tmpdir")));
        command.addAll(program());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return builder;
    }

    private static List<String> program() {
        String path = System.getProperty("java.class.path");
        return isJarInJars(path)
                ? List.of("-cp", path, "-Dloader.main=" + PictureReader.class.getName(), LAUNCHER)
                : List.of("-cp", path, PictureReader.class.getName());
    }

    /** Boot's jar has the libraries in it, and its loader beside our classes. */
    private static boolean isJarInJars(String path) {
        String loader = ReaderCommand.class.getClassLoader().getClass().getName();
        return !path.contains(File.pathSeparator)
                && path.endsWith(".jar")
                && loader.startsWith("org.springframework.boot.loader");
    }
}
