package cn.citybrain.parking.onboarding.masterdata.register;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/** What comes in files; in the order in which they build on each other. */
@NamedInterface("services")
public enum ImportKind {
    COMPANIES("companies", "车场方", "家"),
    VENDORS("vendors", "技术方", "家"),
    LOTS("lots", "停车场", "个"),
    PEOPLE("people", "人员", "人");

    private final String code;
    private final String title;
    private final String unit;

    ImportKind(String code, String title, String unit) {
        this.code = code;
        this.title = title;
        this.unit = unit;
    }

    /** In addresses. */
    public String code() {
        return code;
    }

    /** Chinese; what the sheet is called too. */
    public String title() {
        return title;
    }

    /** Chinese measure word. */
    public String unit() {
        return unit;
    }

    public static Optional<ImportKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
