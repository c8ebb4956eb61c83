package cn.citybrain.parking.onboarding.masterdata.importing;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** What files we write. */
enum FileFormat {
    CSV("csv", new MediaType("text", "csv", StandardCharsets.UTF_8)),
    XLSX("xlsx", MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));

    private final String ending;
    private final MediaType type;

    FileFormat(String ending, MediaType type) {
        this.ending = ending;
        this.type = type;
    }

    /** @throws ImportRefused if there is no such format */
    static FileFormat of(String ending) {
        for (FileFormat format : values()) {
            if (format.ending.equalsIgnoreCase(ending)) {
                return format;
            }
        }
        throw ImportRefused.invalid("文件格式只能是 csv 或 xlsx");
    }

    String ending() {
        return ending;
    }

    MediaType type() {
        return type;
    }
}
