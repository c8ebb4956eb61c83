package cn.citybrain.parking.onboarding.chance;

import cn.citybrain.parking.onboarding.application.SampleForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.quicktheories.core.Gen;
import org.quicktheories.generators.Generate;

/**
 * A file as a browser, or something that says it is one, sends it.
 *
 * @param kind where it goes: a paper's field, or the kind of an import
 */
record OddFile(String kind, String name, String type, byte[] content) {

    private static final List<String> TYPES = List.of(
            "image/png",
            "image/jpeg",
            "image/jpg",
            "application/pdf",
            "application/octet-stream",
            "text/html",
            "x",
            "multipart/form-data",
            "multipart/form-data; boundary=paper",
            "image/png; charset=\"");

    static Gen<OddFile> paper() {
        Gen<byte[]> content = in -> Generate.range(0, 3).generate(in) == 3
                ? Odd.bytes().generate(in)
                : Odd.damaged(SampleForm.PICTURE).generate(in);
        return in -> new OddFile(
                Generate.range(0, 5).generate(in) < 5
                        ? Generate.pick(SampleForm.PAPERS).generate(in)
                        : Odd.text().generate(in),
                Odd.text().generate(in),
                Generate.pick(TYPES).generate(in),
                content.generate(in));
    }

    static Gen<OddFile> register() {
        List<String> files = List.of("companies.csv", "vendors.csv", "lots.xlsx", "people.xlsx");
        return in -> {
            String file = Generate.pick(files).generate(in);
            return new OddFile(
                    file.replaceFirst("\\..*", ""),
                    Generate.booleans().generate(in) ? file : Odd.text().generate(in),
                    "application/octet-stream",
                    Odd.damaged(example(file)).generate(in));
        };
    }

    private static byte[] example(String file) {
        try {
            return Files.readAllBytes(Path.of("docker", "examples", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return kind + " '" + name + "' " + type + " " + java.util.HexFormat.of().formatHex(content);
    }
}
