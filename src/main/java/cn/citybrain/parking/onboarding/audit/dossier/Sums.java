package cn.citybrain.parking.onboarding.audit.dossier;

import cn.citybrain.parking.onboarding.audit.dossier.matter.DossierFile;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The hashes of a dossier's files, in the form that {@code sha256sum -c} reads. */
final class Sums {

    static final String FILE = "SHA256SUMS";

    private Sums() {}

    static DossierFile of(List<DossierFile> files) {
        StringBuilder sums = new StringBuilder();
        for (DossierFile file : files) {
            sums.append(Hashes.sha256(file.content().get()))
                    .append("  ")
                    .append(file.name())
                    .append('\n');
        }
        return DossierFile.of(FILE, sums.toString().getBytes(StandardCharsets.UTF_8));
    }
}
