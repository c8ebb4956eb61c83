package cn.citybrain.parking.onboarding.audit.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.audit.dossier.matter.DossierFile;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Hashes;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Point;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DossierTest {

    private static final Point POINT = new Point(Instant.parse("2026-11-29T04:00:00Z"), 3, "ab".repeat(32));

    @TempDir
    Path folder;

    @Test
    void theSameFilesGiveTheSameBytes() throws IOException {
        assertThat(bytes(dossier("内容"))).isEqualTo(bytes(dossier("内容")));
    }

    @Test
    void whereItsNodeStandsDoesNotMatter() throws IOException {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            byte[] there = bytes(dossier("内容"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
            assertThat(bytes(dossier("内容"))).isEqualTo(there);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void itsFilesStandInAFolderUnpackedAndInOrder() throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes(dossier("内容"))))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
            }
        }
        assertThat(names).containsExactly("卷宗-WX1/说明.txt", "卷宗-WX1/SHA256SUMS");
    }

    @Test
    void isMeasuredWithoutBeingKept() throws IOException {
        byte[] bytes = bytes(dossier("内容"));

        assertThat(dossier("内容").measure()).isEqualTo(new Measure(bytes.length, Hashes.sha256(bytes)));
    }

    @Test
    void aFolderKeepsItWholeAndWritesItOnce() throws IOException {
        DossierFolder kept = DossierFolder.at(folder.resolve("2026"));
        Dossier first = dossier("内容");
        Dossier later = dossier("又有事发生");

        assertThat(kept.keep(first, first.measure())).isEqualTo(DossierFolder.Outcome.WRITTEN);
        assertThat(kept.keep(first, first.measure())).isEqualTo(DossierFolder.Outcome.UNCHANGED);
        assertThat(kept.keep(later, later.measure())).isEqualTo(DossierFolder.Outcome.WRITTEN);
        assertThat(folder.resolve("2026")).isDirectoryContaining("glob:**/卷宗-WX1.zip");
        assertThat(Files.readAllBytes(folder.resolve("2026/卷宗-WX1.zip"))).isEqualTo(bytes(later));
        try (var files = Files.list(folder.resolve("2026"))) {
            assertThat(files).as("nothing unfinished is left").hasSize(1);
        }
    }

    private static Dossier dossier(String content) {
        List<DossierFile> files = new ArrayList<>();
        files.add(DossierFile.of("说明.txt", content.getBytes(StandardCharsets.UTF_8)));
        files.add(Sums.of(files));
        return new Dossier("WX1", POINT, files);
    }

    private static byte[] bytes(Dossier dossier) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        dossier.write(bytes);
        return bytes.toByteArray();
    }
}
