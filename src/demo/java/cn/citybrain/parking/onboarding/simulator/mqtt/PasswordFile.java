package cn.citybrain.parking.onboarding.simulator.mqtt;

import io.moquette.broker.security.IAuthenticator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks users against a password file of mosquitto, one {@code user:$7$rounds$salt$hash} a line; reads it every time, and
 * remembers by which line a client came in. A client id under which another user, or one with another password, came before
 * is taken over: its session ends first, so that who comes with it has to come again.
 */
final class PasswordFile implements IAuthenticator {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordFile.class);
    private static final String PBKDF2 = "7";

    private final Path file;
    private final CleanLogin cleanLogin;
    private final Map<String, String> admitted = new ConcurrentHashMap<>();
    private volatile Consumer<String> takeover = client -> {};

    PasswordFile(Path file, CleanLogin cleanLogin) {
        this.file = file;
        this.cleanLogin = cleanLogin;
    }

    /** Where it is: as the setting says, else in a file of this JVM's own. */
    static Path place(String setting) {
        if (!setting.isBlank()) {
            return Path.of(setting).toAbsolutePath().normalize();
        }
        try {
            Path directory = Files.createTempDirectory("mqtt-passwords");
            directory.toFile().deleteOnExit();
            Path file = directory.resolve("passwords");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param end is given a client id that somebody else comes with */
    void onTakeover(Consumer<String> end) {
        takeover = end;
    }

    @Override
    public boolean checkValid(String clientId, String username, byte[] password) {
        if (username == null || password == null) {
            return false;
        }
        if (cleanLogin.isMine(username, password)) {
            return true;
        }
        String typed = new String(password, StandardCharsets.UTF_8);
        Optional<String> line = lines().stream()
                .filter(each -> each.startsWith(username + ":"))
                .filter(each -> matches(each.substring(username.length() + 1), typed))
                .findFirst();
        return line.isPresent() && admit(clientId, line.get());
    }

    private boolean admit(String clientId, String line) {
        boolean free = line.equals(admitted.computeIfAbsent(clientId, first -> line));
        if (!free) {
            takeover.accept(clientId);
        }
        return free;
    }

    /** Clients that came in by a line which the file no longer has: the user is gone, or has another password. */
    List<String> former() {
        if (admitted.isEmpty()) {
            return List.of();
        }
        List<String> lines = lines();
        return admitted.entrySet().stream()
                .filter(client -> !lines.contains(client.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The client's session has ended. */
    void forget(String clientId) {
        admitted.remove(clientId);
    }

    /** Every session has ended. */
    void forgetAll() {
        admitted.clear();
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            LOG.error("The users of the broker cannot be read from {}", file, e);
            return List.of();
        }
    }

    private static boolean matches(String stored, String password) {
        String[] parts = stored.split("\\$");
        if (parts.length != 5 || !parts[1].equals(PBKDF2)) {
            return false;
        }
        byte[] expected = Base64.getDecoder().decode(parts[4]);
        byte[] salt = Base64.getDecoder().decode(parts[3]);
        PBEKeySpec spec =
                new PBEKeySpec(password.toCharArray(), salt, Integer.parseInt(parts[2]), expected.length * Byte.SIZE);
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
            return MessageDigest.isEqual(expected, hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
