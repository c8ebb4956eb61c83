package cn.citybrain.parking.onboarding.parking.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Files of the folder {@code samples} in the jar, and the small picture that stands for a photo. */
final class SampleFiles {

    static final String PHOTO = Base64.getEncoder().encodeToString(bytes("photo.jpg"));

    private SampleFiles() {}

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try (InputStream file = SampleFiles.class.getResourceAsStream("/samples/" + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
