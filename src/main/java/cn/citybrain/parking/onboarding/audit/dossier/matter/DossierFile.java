package cn.citybrain.parking.onboarding.audit.dossier.matter;

import java.util.function.Supplier;

/**
 * A file in a dossier.
 *
 * @param name its path, with {@code /} between
 * @param content read when it is written, and again for each writing: papers are big
 */
public record DossierFile(String name, Supplier<byte[]> content) {

    public static DossierFile of(String name, byte[] content) {
        return new DossierFile(name, () -> content);
    }
}
