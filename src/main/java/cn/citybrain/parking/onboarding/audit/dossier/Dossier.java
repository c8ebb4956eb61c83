package cn.citybrain.parking.onboarding.audit.dossier;

import cn.citybrain.parking.onboarding.audit.dossier.matter.DossierFile;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Point;
import cn.citybrain.parking.onboarding.audit.dossier.matter.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A dossier, ready to be written as ZIP. Its files are not packed: what a packer makes of the same content differs between
 * Javas, and papers are packed already. They bear the time of the story's point, and stand in a fixed order.
 */
final class Dossier {

    private final String number;
    private final Point point;
    private final List<DossierFile> files;

    /** @param files with their hashes as the last */
    Dossier(String number, Point point, List<DossierFile> files) {
        this.number = number;
        this.point = point;
        this.files = List.copyOf(files);
    }

    Point point() {
        return point;
    }

    /** Of the ZIP. */
    String fileName() {
        return folder() + ".zip";
    }

    String folder() {
        return "卷宗-" + number;
    }

    /** Does not close it. Called again, it writes the same bytes. */
    void write(OutputStream out) throws IOException {
        LocalDateTime time = LocalDateTime.ofInstant(point.at(), Words.ZONE);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (DossierFile file : files) {
            byte[] content = file.content().get();
            zip.putNextEntry(entry(folder() + "/" + file.name(), content, time));
            zip.write(content);
            zip.closeEntry();
        }
        zip.finish();
    }

    /** What {@link #write} will write. */
    Measure measure() throws IOException {
        MeasuringStream measured = new MeasuringStream();
        write(measured);
        return measured.measure();
    }

    private static ZipEntry entry(String name, byte[] content, LocalDateTime time) {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(time);
        return entry;
    }
}
