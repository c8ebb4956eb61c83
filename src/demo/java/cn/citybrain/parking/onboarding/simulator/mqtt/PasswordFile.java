package cn.citybrain.parking.onboarding.simulator.mqtt;

import io.moquette.broker.security.IAuthenticator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks users against a password file of mosquitto, one {@code user:$7$rounds$salt$hash} a line; reads it every time. */
final class PasswordFile implements IAuthenticator {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordFile.class);
    private static final String PBKDF2 = "7";

    private final Path file;

    PasswordFile(Path file) {
        this.file = file;
    }

    @Override
    public boolean checkValid(String clientId, String username, byte[] password) {
        if (username == null || password == null || !Files.exists(file)) {
            return false;
        }
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(username + ":"))
                    .map(line -> line.substring(username.length() + 1))
                    .anyMatch(hash -> matches(hash, new String(password, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            LOG.error("The users of the broker cannot be read from {}", file, e);
            return false;
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
