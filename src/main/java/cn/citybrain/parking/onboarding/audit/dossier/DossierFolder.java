package cn.citybrain.parking.onboarding.audit.dossier;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A folder of dossiers. A file is there whole or not at all; one that has the same bytes already stays untouched. What is
 * written is for its owner alone, where the file system knows owners.
 */
final class DossierFolder {

    private final Path folder;

    private DossierFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws IOException if it can neither be used nor made */
    static DossierFolder at(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new DossierFolder(folder);
    }

    /** Whether it was there with these very bytes. */
    enum Outcome {
        WRITTEN,
        UNCHANGED
    }

    Outcome keep(Dossier dossier, Measure measure) throws IOException {
        Path file = folder.resolve(dossier.fileName());
        if (measure.equals(there(file))) {
            return Outcome.UNCHANGED;
        }
        Path unfinished = Files.createTempFile(folder, ".dossier", ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                dossier.write(out);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        return Outcome.WRITTEN;
    }

    private static Measure there(Path file) throws IOException {
        MeasuringStream measured = new MeasuringStream();
        try {
            Files.copy(file, measured);
        } catch (NoSuchFileException none) {
            return null;
        }
        return measured.measure();
    }
}
