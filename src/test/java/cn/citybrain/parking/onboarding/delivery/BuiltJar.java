package cn.citybrain.parking.onboarding.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** One of the two jars as packaging left it. */
record BuiltJar(Path path) {

    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    /** What Maven and Spring Boot add. */
    private static final String MADE_BY_THE_BUILD =
            "META-INF/(MANIFEST\\.MF|BOOT\\.SF|maven/.*|sbom/.*|services/java\\.nio\\.file\\..*)"
                    + "|BOOT-INF/(lib/.*|classpath\\.idx|layers\\.idx)|org/springframework/boot/loader/.*";

    static BuiltJar named(String property) {
        return new BuiltJar(Path.of(System.getProperty(property)));
    }

    /** What lies in it of our sources, by their paths below a source root; a class by the file that it was compiled from. */
    Set<String> sources() throws IOException {
        return entries().stream()
                .filter(name -> !name.matches(MADE_BY_THE_BUILD))
                .map(BuiltJar::source)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Without their versions. */
    Set<String> libraries() throws IOException {
        return entries().stream()
                .filter(name -> name.startsWith(LIBRARIES))
                .map(name -> name.substring(LIBRARIES.length()).replaceAll("-\\d+(\\.\\d.*)?\\.jar$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Key files by their names, and texts that hold a private key or one of the demo's secrets. */
    Set<String> keys() throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            Set<String> keys = entries();
            keys.removeIf(name -> !name.matches(".*(\\.(pem|key|p8|p12|pfx|jks|keystore)|-key\\.txt)")
                    && (name.matches(".*\\.(class|jar)") || !holdsSecret(jar, jar.getEntry(name))));
            return keys;
        }
    }

    String startClass() throws IOException {
        return attribute("Start-Class");
    }

    /** Of its manifest; null where there is none of the name. */
    String attribute(String name) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            return jar.getManifest().getMainAttributes().getValue(name);
        }
    }

    private Set<String> entries() throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean holdsSecret(JarFile jar, ZipEntry file) {
        try (InputStream in = jar.getInputStream(file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            return text.contains("PRIVATE KEY-----") || text.contains("demo-only");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String source(String entry) {
        String inside = entry.startsWith(CLASSES) ? entry.substring(CLASSES.length()) : entry;
        return inside.replaceFirst("(\\$.*)?\\.class$", ".java");
    }
}
