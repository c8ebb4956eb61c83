package cn.citybrain.parking.onboarding.masterdata.importing;

import cn.citybrain.parking.onboarding.access.people.People;
import cn.citybrain.parking.onboarding.masterdata.register.ImportKind;
import cn.citybrain.parking.onboarding.masterdata.register.Registers;
import cn.citybrain.parking.onboarding.masterdata.sheet.SheetFile;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Imports as the page shows them. */
@Component
class ImportViews {

    private final Registers registers;
    private final People people;

    ImportViews(Registers registers, People people) {
        this.registers = registers;
        this.people = people;
    }

    /**
     * @param largest bytes of a file at most
     * @param rows of a file at most
     */
    record Start(List<Kind> kinds, int largest, int rows, List<Preview> latest) {}

    record Kind(String code, String title, List<Column> columns) {}

    record Column(String key, String title, boolean required, String example, String explanation) {}

    /**
     * @param counts rows by {@link Verdict}
     * @param takenAt null until it is
     */
    record Preview(
            String id,
            String kind,
            String kindTitle,
            String unit,
            String fileName,
            String uploadedBy,
            Instant uploadedAt,
            List<String> notes,
            List<Column> columns,
            Map<Verdict, Integer> counts,
            long version,
            String takenBy,
            Instant takenAt) {}

    Start start(List<ImportedFile> latest) {
        Map<String, String> names = new HashMap<>();
        return new Start(
                Arrays.stream(ImportKind.values())
                        .map(kind -> new Kind(kind.code(), kind.title(), columns(kind)))
                        .toList(),
                SheetFile.LARGEST,
                SheetFile.ROWS,
                latest.stream().map(file -> preview(file, names)).toList());
    }

    Preview preview(ImportedFile file) {
        return preview(file, new HashMap<>());
    }

    private Preview preview(ImportedFile file, Map<String, String> names) {
        return new Preview(
                file.id(),
                file.kind().code(),
                file.kind().title(),
                file.kind().unit(),
                file.fileName(),
                names.computeIfAbsent(file.uploadedBy(), people::nameOf),
                file.uploadedAt(),
                file.notes(),
                columns(file.kind()),
                file.counts(),
                file.version(),
                file.taken() ? names.computeIfAbsent(file.takenBy(), people::nameOf) : null,
                file.takenAt());
    }

    private List<Column> columns(ImportKind kind) {
        return registers.of(kind).layout().headings().stream()
                .map(heading -> new Column(
                        heading.key(), heading.title(), heading.required(), heading.example(), heading.explanation()))
                .toList();
    }
}
